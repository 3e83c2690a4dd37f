@NullMarked
package se.fristad.centre;

import org.jspecify.annotations.NullMarked;
