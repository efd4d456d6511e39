package uk.onevoice.directory;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Period;

/**
 * A seat of a leadership group on a day.
 *
 * @param role that gives a claim to it; null where any does
 * @param body the PCN, federation, LMC, place, ICB or group it is for
 * @param number among the seats of its rule for this body, from 1
 * @param holder who sits; null while it is vacant
 * @param taken since when and until when it was taken by nomination; null for one that comes with
 *     an office
 */
public record Seat(
    UUID id,
    Per per,
    @Nullable Role role,
    FilledBy filledBy,
    OrganisationId body,
    int number,
    @Nullable RoleHolding holder,
    @Nullable Period taken) {

  /** For each of what in the group's area there is a seat. */
  public enum Per {
    EVERY_PCN,
    EVERY_FEDERATION,
    EVERY_LMC,
    EVERY_PLACE,
    EVERY_ICB,
    GROUP
  }

  /** How somebody comes to sit. */
  public enum FilledBy {
    OFFICE,
    NOMINATION
  }

  /** The same for the same rule, body and number, whichever terms say so and whoever asks. */
  static UUID id(OrganisationId group, SeatRule rule, OrganisationId body, int number) {
    var name = group + "|" + rule.per() + "|" + rule.role() + "|" + body + "|" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
