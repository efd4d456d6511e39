/** Uploaded files: what they are, told by their content. */
@NullMarked
package uk.onevoice.meetings.adapter.files;

import org.jspecify.annotations.NullMarked;
