/// The models of this module's pages.
@NullMarked
package se.fristad.access.web;

import org.jspecify.annotations.NullMarked;
