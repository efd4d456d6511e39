/**
 * One class for each area of pages: it asks the APIs, and hands a record to the template of the
 * same name.
 */
@NullMarked
package uk.onevoice.web.pages;

import org.jspecify.annotations.NullMarked;
