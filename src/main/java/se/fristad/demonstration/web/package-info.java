/// The models of this module's pages.
@NullMarked
package se.fristad.demonstration.web;

import org.jspecify.annotations.NullMarked;
