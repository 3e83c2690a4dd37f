@NullMarked
package se.fristad.law;

import org.jspecify.annotations.NullMarked;
