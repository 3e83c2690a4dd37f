/// The models of the intake's pages.
@NullMarked
package se.fristad.intake.web;

import org.jspecify.annotations.NullMarked;
