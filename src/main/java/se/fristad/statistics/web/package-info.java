/// The models of the statistics's pages.
@NullMarked
package se.fristad.statistics.web;

import org.jspecify.annotations.NullMarked;
