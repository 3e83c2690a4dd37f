@NullMarked
package se.fristad.contact;

import org.jspecify.annotations.NullMarked;
