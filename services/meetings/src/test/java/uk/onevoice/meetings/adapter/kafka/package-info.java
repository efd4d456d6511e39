@NullMarked
package uk.onevoice.meetings.adapter.kafka;

import org.jspecify.annotations.NullMarked;
