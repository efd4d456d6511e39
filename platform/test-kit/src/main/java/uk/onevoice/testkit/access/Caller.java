package uk.onevoice.testkit.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.access.Cast.Capacity;
import uk.onevoice.testkit.access.Cast.Where;

/**
 * One kind of caller, and what the matrix says of it.
 *
 * @param name as the printed table has it
 * @param token null for none
 * @param kind who it is, as far as the matrix tells callers apart
 */
record Caller(String name, @Nullable String token, Kind kind) {
  /** Who somebody is before any row is looked at, and what the rows look at. */
  sealed interface Kind {
    /**
     * Refused in the same way whatever is asked for.
     *
     * @param actingAs what they say for {@code X-Acting-As}
     */
    record Refused(Answer answer, @Nullable String actingAs) implements Kind {
      Refused(Answer answer) {
        this(answer, null);
      }
    }

    /** Somebody who has signed in and is not registered. */
    record Newcomer() implements Kind {}

    /**
     * An approved system.
     *
     * @param where the ICB it is registered against, as seen from the place
     */
    record System(String clientKind, Where where) implements Kind {}

    /** A registered person who holds nothing. */
    record Nobody() implements Kind {}

    /** A person in one capacity. */
    record Holder(Capacity capacity) implements Kind {}
  }

  /**
   * What is answered, as far as the matrix decides it.
   *
   * @param problem the last part of the problem's type; empty when the caller is let in, whatever
   *     the rules make of the request then
   */
  record Answer(int status, String problem) {
    static final Answer LET_IN = new Answer(200, "");
    static final Answer NOT_SIGNED_IN = new Answer(401, "not-signed-in");
    static final Answer NOT_REGISTERED = new Answer(403, "not-registered");
    static final Answer NOT_APPROVED = new Answer(403, "client-not-approved");
    static final Answer CAPACITY_NOT_HELD = new Answer(403, "capacity-not-held");
    static final Answer NOT_ALLOWED = new Answer(403, "not-allowed");
    static final Answer NOT_FOUND = new Answer(404, "not-found");
  }

  /** The value of {@code X-Acting-As}; null to leave it out. */
  @Nullable String actingAs() {
    return switch (kind) {
      case Kind.Holder(var capacity) -> capacity.holding().toString();
      case Kind.Refused(_, var actingAs) -> actingAs;
      case Kind.Newcomer _, Kind.System _, Kind.Nobody _ -> null;
    };
  }

  Answer expected(Matrix.Row row) {
    // What a secret address opens, it opens without a look at who asks.
    if (row.link()) {
      return Answer.LET_IN;
    }
    return switch (kind) {
      case Kind.Refused(var answer, _) -> answer;
      case Kind.Newcomer _ -> row.newcomers() ? Answer.LET_IN : Answer.NOT_REGISTERED;
      case Kind.System(var clientKind, _) ->
          row.clients().contains(clientKind) ? Answer.LET_IN : Answer.NOT_ALLOWED;
      case Kind.Nobody _ -> withoutRole(row);
      case Kind.Holder(var capacity) ->
          !row.roles().contains(capacity.role())
              ? withoutRole(row)
              : counts(row, capacity) ? Answer.LET_IN : outside(row);
    };
  }

  /** Whether the row of a part shows it to them, once they are let in. */
  boolean sees(Matrix.Row part) {
    return switch (kind) {
      case Kind.Refused _, Kind.Newcomer _ -> false;
      case Kind.System(var clientKind, var where) ->
          part.clients().contains(clientKind) && (!part.in().equals("icb") || where == Where.OWN);
      case Kind.Nobody _ -> part.anyPerson() && part.in().equals("anywhere");
      case Kind.Holder(var capacity) ->
          (part.anyPerson() && part.in().equals("anywhere"))
              || (part.roles().contains(capacity.role()) && counts(part, capacity));
    };
  }

  private static Answer withoutRole(Matrix.Row row) {
    if (!row.anyPerson()) {
      return Answer.NOT_ALLOWED;
    }
    return row.in().equals("anywhere") ? Answer.LET_IN : outside(row);
  }

  private static Answer outside(Matrix.Row row) {
    if (row.anyPerson() && row.in().equals("anywhere")) {
      return Answer.LET_IN;
    }
    return row.outside().equals("not-found") ? Answer.NOT_FOUND : Answer.NOT_ALLOWED;
  }

  private static boolean counts(Matrix.Row row, Capacity held) {
    return switch (row.in()) {
      case "anywhere", "person" -> true;
      // An ICB is no general practice of any place.
      case "place" ->
          !Cast.OF_ICBS.contains(held.role())
              && (held.where() == Where.OWN || held.where() == Where.BESIDE);
      case "ics" -> !Cast.OF_ICBS.contains(held.role()) && held.where() != Where.OTHER_ICS;
      case "icb" -> Cast.OF_ICBS.contains(held.role()) && held.where() == Where.OWN;
      case "body" -> held.where() == Where.OWN;
      // A role for the whole platform counts for a group too; whoever chairs, chairs their own.
      case "group" ->
          held.where() == Where.OWN
              || held.where() == Where.NOWHERE
              || (held.where() == Where.BESIDE && !held.role().equals("LEADERSHIP_GROUP_CHAIR"));
      default -> throw new IllegalStateException("Say in Caller what `in: " + row.in() + "` means");
    };
  }

  /** Whether the answer is as expected. */
  static boolean fits(Answer expected, Matrix.Row row, int status, String problem) {
    if (!expected.equals(Answer.LET_IN)) {
      return status == expected.status() && Objects.equals(problem, expected.problem());
    }
    boolean hidden = row.outside().equals("not-found");
    return status < 500
        && status != 401
        && status != 403
        && status != 429
        && !(hidden && status == 404);
  }
}
