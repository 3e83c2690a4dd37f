@NullMarked
package se.fristad.contact.front;

import org.jspecify.annotations.NullMarked;
