/** Answers as tables: for spreadsheets, and row by row for warehouses. */
@NullMarked
package uk.onevoice.projection.table;

import org.jspecify.annotations.NullMarked;
