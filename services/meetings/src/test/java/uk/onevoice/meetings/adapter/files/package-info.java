@NullMarked
package uk.onevoice.meetings.adapter.files;

import org.jspecify.annotations.NullMarked;
