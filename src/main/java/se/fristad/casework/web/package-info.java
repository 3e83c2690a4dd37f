/// The models of the pages of files.
@NullMarked
package se.fristad.casework.web;

import org.jspecify.annotations.NullMarked;
