package uk.onevoice.relationships.domain.jointgroup;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.ID;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.TODAY;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.uuid;
import static uk.onevoice.relationships.domain.jointgroup.MarlJointGroup.words;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.jointgroup.OwnSide.Lack;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.CiteMandate;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.KeepNote;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.UnciteMandate;
import uk.onevoice.relationships.domain.jointgroup.OwnSideCommand.WithdrawNote;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent.JointGroupMandateCited;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent.JointGroupMandateUncited;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent.JointGroupNoteKept;
import uk.onevoice.relationships.domain.jointgroup.OwnSideEvent.JointGroupNoteWithdrawn;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection.MandateNotLive;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection.NoSuchNote;
import uk.onevoice.relationships.domain.jointgroup.OwnSideRejection.NotALeadershipGroupHere;
import uk.onevoice.testkit.DeciderRules;

class OwnSideTest {
  private static final UUID MANDATE = uuid(61);
  private static final OrganisationId LEADERS = new OrganisationId(uuid(62).toString());
  private static final NoteId NOTE = new NoteId(uuid(63));
  private static final JointGroupMandateCited CITED =
      new JointGroupMandateCited(ID, MANDATE, LEADERS, TODAY);
  private static final JointGroupNoteKept KEPT = new JointGroupNoteKept(ID, NOTE, words(1), TODAY);

  private final DeciderRules<OwnSideCommand, OwnSide, OwnSideEvent, OwnSideRejection> own =
      DeciderRules.of(OwnSide.DECIDER);

  @Test
  void the_half_of_general_practice_sits_under_a_mandate_that_is_live_in_its_place() {
    own.given().when(cite(MANDATE, true, LEADERS, true)).then(CITED);
    own.given().when(cite(MANDATE, false, LEADERS, true)).thenRejected(new MandateNotLive(MANDATE));
    own.given(CITED).when(cite(MANDATE, true, LEADERS, true)).then();
    UUID next = uuid(64);
    own.given(CITED)
        .when(cite(next, true, LEADERS, true))
        .then(new JointGroupMandateCited(ID, next, LEADERS, TODAY));
  }

  @Test
  void it_may_name_the_leadership_group_of_its_place() {
    own.given()
        .when(cite(MANDATE, true, LEADERS, false))
        .thenRejected(new NotALeadershipGroupHere(LEADERS));
    var without = new JointGroupMandateCited(ID, MANDATE, null, TODAY);
    own.given().when(cite(MANDATE, true, null, true)).then(without);
    own.given(CITED).when(cite(MANDATE, true, null, true)).then(without);
  }

  @Test
  void without_a_live_mandate_or_a_leadership_group_it_is_exposed() {
    OwnSide nothing = new OwnSide(null, Map.of());
    OwnSide whole = new OwnSide(new OwnSide.Citation(MANDATE, LEADERS, TODAY), Map.of());
    OwnSide without = new OwnSide(new OwnSide.Citation(MANDATE, null, TODAY), Map.of());
    assertThat(nothing.lacks(true, true)).containsExactly(Lack.MANDATE, Lack.LEADERSHIP_GROUP);
    assertThat(whole.lacks(true, true)).isEmpty();
    assertThat(whole.lacks(false, true)).containsExactly(Lack.MANDATE);
    assertThat(whole.lacks(true, false)).containsExactly(Lack.LEADERSHIP_GROUP);
    assertThat(without.lacks(true, true)).containsExactly(Lack.LEADERSHIP_GROUP);
  }

  @Test
  void a_citation_is_taken_back() {
    own.given(CITED).when(new UnciteMandate(ID)).then(new JointGroupMandateUncited(ID));
    own.given().when(new UnciteMandate(ID)).then();
    own.given(CITED, KEPT, new JointGroupMandateUncited(ID)).when(new UnciteMandate(ID)).then();
  }

  @Test
  void notes_are_kept_and_taken_away() {
    var gone = new JointGroupNoteWithdrawn(ID, NOTE);
    own.given().when(new KeepNote(ID, NOTE, words(1), TODAY)).then(KEPT);
    own.given(KEPT).when(new WithdrawNote(ID, NOTE)).then(gone);
    own.given().when(new WithdrawNote(ID, NOTE)).thenRejected(new NoSuchNote(NOTE));
    own.given(KEPT, gone).when(new WithdrawNote(ID, NOTE)).thenRejected(new NoSuchNote(NOTE));
  }

  @Test
  void a_citation_leaves_notes_and_a_note_leaves_the_citation() {
    own.given(KEPT, CITED)
        .thenState(
            new OwnSide(
                new OwnSide.Citation(MANDATE, LEADERS, TODAY),
                Map.of(NOTE, new OwnSide.Note(NOTE, words(1), TODAY))));
    own.given(CITED, KEPT, new JointGroupNoteWithdrawn(ID, NOTE))
        .thenState(new OwnSide(new OwnSide.Citation(MANDATE, LEADERS, TODAY), Map.of()));
  }

  @Test
  void what_has_happened_is_never_refused() {
    own.evolvesEvery(
        OwnSideEvent.class,
        CITED,
        new JointGroupMandateUncited(ID),
        KEPT,
        new JointGroupNoteWithdrawn(ID, NOTE));
  }

  private static CiteMandate cite(
      UUID mandate, boolean live, @Nullable OrganisationId leaders, boolean fits) {
    return new CiteMandate(ID, mandate, live, leaders, fits, TODAY);
  }
}
