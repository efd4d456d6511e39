/** What an ICS talks about, as one list that mandates, meetings and forums refer to. */
@NullMarked
package uk.onevoice.organisations.domain.topic;

import org.jspecify.annotations.NullMarked;
