package uk.onevoice.projection.representation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** M16: joint groups of the place, and those of them to which nothing is missing. */
record JointGroups(List<Group> jointGroups) implements Measure.Detail {
  /**
   * @param composed whether four to six people sit in it, clinical and managerial of both sides
   * @param mandated whether the half of general practice cites a mandate that is in force
   * @param forGroup whether that half sits for a leadership group that is one of the place
   * @param lateIssues open beyond the day by which they were to be put right
   */
  record Group(
      String groupId,
      String organisationId,
      @Nullable String organisationName,
      int people,
      boolean composed,
      boolean mandated,
      boolean forGroup,
      int openIssues,
      int lateIssues) {
    boolean healthy() {
      return composed && mandated && forGroup && lateIssues == 0;
    }

    /** The first thing that is missing to it, or that nothing is. */
    String missing() {
      return !composed
          ? "PEOPLE_MISSING"
          : !mandated
              ? "NO_MANDATE"
              : !forGroup
                  ? "NO_LEADERSHIP_GROUP"
                  : lateIssues > 0 ? "LATE_ISSUES" : "NOTHING_MISSING";
    }
  }

  /** What the audience may see. */
  static Measure measure(String name, LocalDate asOf, List<Group> groups, Audience audience) {
    if (!audience.sees(Part.JOINT_GROUPS)) {
      return Measure.withheld(name, asOf, "For general practice of the place.");
    }
    return new Measure(
        name,
        true,
        false,
        null,
        (int) groups.stream().filter(Group::healthy).count(),
        groups.size(),
        0,
        asOf,
        null,
        new JointGroups(groups));
  }
}
