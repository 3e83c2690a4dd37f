@NullMarked
package se.fristad.contact.front.web;

import org.jspecify.annotations.NullMarked;
