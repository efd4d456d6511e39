/** Meetings over HTTP, as contracts/openapi/meetings.yaml describes it. */
@NullMarked
package uk.onevoice.meetings.adapter.http;

import org.jspecify.annotations.NullMarked;
