package uk.onevoice.organisations.domain.group;

/** How somebody comes to sit. */
public enum FilledBy {
  /** Whoever holds the role at the body sits, without anybody doing anything. */
  OFFICE,
  /** One of those who hold the role is put forward and takes the seat. */
  NOMINATION
}
