package uk.onevoice.eventstore.postgres;

import java.sql.SQLException;
import java.util.Set;

/** Tells what may work again later from what never will. */
final class Outage {
  /**
   * Classes of SQLSTATE: connection, sign-in (the user is away while a server is set up), rollback,
   * resources, prerequisites (a lock that was not to be had), intervention by an operator, the
   * system below.
   */
  private static final Set<String> CLASSES = Set.of("08", "28", "40", "53", "55", "57", "58");

  /** A server that only reads, as during a failover. */
  private static final String READ_ONLY = "25006";

  private Outage() {}

  /** A failure without a state comes from the driver or the pool, which had no server to ask. */
  static boolean is(SQLException failed) {
    String state = failed.getSQLState();
    return state == null
        || state.length() != READ_ONLY.length()
        || state.equals(READ_ONLY)
        || CLASSES.contains(state.substring(0, 2));
  }
}
