package uk.onevoice.relationships.domain.counterpart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the organisation on the other side, as the team of a slot knows them.
 *
 * @param inRoleSince null where nobody knows
 * @param sitsOn boards and groups, as typed; null where nothing was
 * @param signsFor what they can sign for, as typed; null where nothing was
 * @param checkedOn the day somebody last said that it is so
 * @param earlierRoles latest first
 */
public record Counterpart(
    String name,
    String roleTitle,
    @Nullable LocalDate inRoleSince,
    @Nullable String sitsOn,
    @Nullable String signsFor,
    Authority authority,
    LocalDate checkedOn,
    List<EarlierRole> earlierRoles) {
  public Counterpart {
    earlierRoles = List.copyOf(earlierRoles);
  }

  /** Whether somebody's role lets them agree to something: a liaison lead's often does not. */
  public enum Authority {
    CAN_SIGN,
    CANNOT_SIGN,
    NOT_KNOWN
  }

  /**
   * @param until the day from which they had the next one
   */
  public record EarlierRole(String roleTitle, @Nullable LocalDate from, LocalDate until) {}

  /**
   * As they are known from now on: a role that they have no longer is kept beside the earlier ones.
   */
  public Counterpart revisedTo(Counterpart now) {
    var roles = new ArrayList<>(earlierRoles);
    if (!roleTitle.equals(now.roleTitle())) {
      LocalDate until = now.inRoleSince() == null ? now.checkedOn() : now.inRoleSince();
      roles.addFirst(new EarlierRole(roleTitle, inRoleSince, until));
    }
    return new Counterpart(
        now.name(),
        now.roleTitle(),
        now.inRoleSince(),
        now.sitsOn(),
        now.signsFor(),
        now.authority(),
        now.checkedOn(),
        roles);
  }
}
