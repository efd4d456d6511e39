package uk.onevoice.meetings.adapter.http;

import uk.onevoice.meetings.domain.MeetingId;
import uk.onevoice.meetings.domain.PersonId;

/** Who was briefed for a meeting; without anybody who knows, nobody was. */
public interface Briefed {
  /** Whether this person has acknowledged a brief of the meeting. */
  boolean acknowledged(MeetingId meeting, PersonId person);
}
