/// What leaves the house when something goes wrong.
@NullMarked
package se.fristad.page.web;

import org.jspecify.annotations.NullMarked;
