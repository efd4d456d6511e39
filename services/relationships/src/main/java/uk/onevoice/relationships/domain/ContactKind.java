package uk.onevoice.relationships.domain;

/** What a talk was for. Meetings are not contacts. */
public enum ContactKind {
  LISTENING,
  ASK,
  SOCIAL,
  TROUBLESHOOT
}
