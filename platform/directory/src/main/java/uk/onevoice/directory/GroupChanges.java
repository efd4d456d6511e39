package uk.onevoice.directory;

import java.util.List;
import java.util.Set;
import uk.onevoice.directory.Change.Statement;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/** What events of leadership groups do to the directory. */
final class GroupChanges {
  static final Set<String> TYPES =
      Set.of(
          "GroupFormed",
          "GroupRevised",
          "GroupDissolved",
          "GroupRestored",
          "GroupTermsAdopted",
          "GroupTermsWithdrawn",
          "SeatTaken",
          "SeatLeft",
          "ChairNamed",
          "ChairStoodDown");

  private GroupChanges() {}

  static List<Change> of(HeardEvent event) {
    var field = new Payload(event);
    var group = field.uuid("groupId");
    return switch (event.type()) {
      case "GroupFormed" ->
          List.of(
              new Change(Statement.PUT_GROUP, group, field.date("start")), scope(field, "start"));
      case "GroupRevised" -> List.of(scope(field, "from"));
      case "GroupDissolved" -> List.of(new Change(Statement.END_GROUP, field.date("end"), group));
      case "GroupRestored" -> List.of(new Change(Statement.END_GROUP, null, group));
      case "GroupTermsAdopted" ->
          List.of(
              new Change(
                  Statement.PUT_GROUP_TERMS,
                  group,
                  field.number("version"),
                  field.date("from"),
                  field.seatRules("seatRules")));
      case "GroupTermsWithdrawn" ->
          List.of(new Change(Statement.WITHDRAW_GROUP_TERMS, group, field.number("version")));
      case "SeatTaken", "SeatLeft" ->
          List.of(
              new Change(
                  Statement.PUT_SEAT,
                  group,
                  field.uuid("seatId"),
                  field.uuid("roleHoldingId"),
                  field.date("start"),
                  field.optionalDate("end")));
      case "ChairNamed", "ChairStoodDown" ->
          List.of(
              new Change(
                  Statement.PUT_GROUP_CHAIR,
                  group,
                  field.uuid("roleHoldingId"),
                  field.date("start"),
                  field.optionalDate("end")));
      default -> throw new Unappliable(event, "not an event of leadership groups");
    };
  }

  private static Change scope(Payload field, String from) {
    return new Change(
        Statement.PUT_GROUP_SCOPE,
        field.uuid("groupId"),
        field.date(from),
        field.text("icsId"),
        field.uuids("placeIds"));
  }
}
