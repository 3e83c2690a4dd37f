/// What the pages promise, held up to them.
@NullMarked
package se.fristad.page;

import org.jspecify.annotations.NullMarked;
