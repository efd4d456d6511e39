package uk.onevoice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.web.api.JointGroups.Issue;
import uk.onevoice.web.api.JointGroups.OwnSide;
import uk.onevoice.web.api.JointGroups.Owner;
import uk.onevoice.web.api.JointGroups.Workstream;

/** A joint group: what it lacks, whether it is exposed, how long things take. */
class JointGroupViewTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  @Test
  void what_a_group_lacks_is_said_in_words() {
    assertThat(JointGroupWords.missing(List.of("TOO_FEW", "GP_MANAGER")))
        .isEqualTo(
            "It is not whole. It needs at least four people and a manager of general practice.");
    assertThat(JointGroupWords.missing(List.of())).startsWith("It is whole:");
  }

  @Test
  void a_half_without_a_live_mandate_is_exposed() {
    assertThat(JointGroupView.exposure(side(false, "m", null)))
        .startsWith("The half of general practice sits under a mandate that is in force,");
    assertThat(JointGroupView.exposure(side(true, null, null))).contains("cites no mandate");
    assertThat(JointGroupView.exposure(side(true, "m", DAY)))
        .contains("has not been in force since 2 November 2026");
    assertThat(JointGroupView.exposure(side(true, "m", null))).contains("is not in force");
    assertThat(JointGroupView.exposure(withoutGroup(null))).contains("no leadership group");
    assertThat(JointGroupView.exposure(withoutGroup("g"))).contains("none of the place any more");
  }

  @Test
  void an_issue_says_whether_it_is_late_and_how_long_it_took() {
    assertThat(JointGroupView.fix(issue(true, 2, null, null)))
        .isEqualTo("2 November 2026 (late), moved 2 times");
    assertThat(JointGroupView.fix(issue(false, 0, null, null))).isEqualTo("2 November 2026");
    assertThat(JointGroupView.fix(issue(false, 1, DAY, 1L)))
        .isEqualTo("Put right on 2 November 2026, after 1 day");
    assertThat(JointGroupView.fix(issue(false, 1, DAY, 0L))).endsWith(", on the same day");
    assertThat(JointGroupWords.issues(0, 0)).startsWith("Nothing is open");
    assertThat(JointGroupWords.issues(1, 0)).isEqualTo("1 issue is open; none is late.");
    assertThat(JointGroupWords.issues(3, 2)).isEqualTo("3 issues are open, 2 of them late.");
  }

  private static OwnSide side(
      boolean exposed, @Nullable String mandate, @Nullable LocalDate ended) {
    return new OwnSide(
        exposed,
        exposed ? List.of("MANDATE") : List.of(),
        mandate,
        mandate == null ? null : DAY,
        ended,
        null,
        null);
  }

  private static OwnSide withoutGroup(@Nullable String cited) {
    return new OwnSide(true, List.of("LEADERSHIP_GROUP"), "m", DAY, null, cited, null);
  }

  @Test
  void the_list_is_about_work_in_hand() {
    assertThat(JointGroupListPages.inHand(List.of(), 0)).isEqualTo("No joint work yet");
    assertThat(
            JointGroupListPages.inHand(
                List.of(work("REFERRALS", "GOING"), work("NEIGHBOURHOODS", "DONE")), 2))
        .isEqualTo("Referrals: going on. Neighbourhood teams: done. 2 actions are open");
    assertThat(JointGroupListPages.inHand(List.of(), 1)).isEqualTo("1 action is open");
  }

  private static Workstream work(String kind, String state) {
    return new Workstream("w", kind, null, state, null, null);
  }

  private static Issue issue(
      boolean overdue, int moves, @Nullable LocalDate resolved, @Nullable Long days) {
    Owner owner = new Owner("s", "p", "WYVT0001", false);
    return new Issue(
        "i", "OTHER", "What", "GP", DAY, DAY, overdue, moves, owner, owner, List.of(), null,
        resolved, null, days, 0);
  }
}
