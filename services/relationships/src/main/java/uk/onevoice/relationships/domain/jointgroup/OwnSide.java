package uk.onevoice.relationships.domain.jointgroup;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
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

/**
 * What general practice keeps for itself about a joint group: under which mandate its half sits,
 * and notes. It is apart from {@link JointGroup}, in a stream of its own, so that not even the
 * version of what a partner reads says that something happened here.
 *
 * @param cited null where the half sits under no mandate
 */
public record OwnSide(@Nullable Citation cited, Map<NoteId, Note> notes) {
  public static final Decider<OwnSideCommand, OwnSide, OwnSideEvent, OwnSideRejection> DECIDER =
      new Decider<>(new OwnSide(null, Map.of()), OwnSide::decide, OwnSide::evolve);

  public OwnSide {
    notes = Collections.unmodifiableMap(new LinkedHashMap<>(notes));
  }

  public record Citation(
      UUID mandateId, @Nullable OrganisationId leadershipGroupId, LocalDate on) {}

  /** What the half of general practice would have to cite to speak for more than itself. */
  public enum Lack {
    /** A mandate that is in force. */
    MANDATE,
    /** A leadership group of the place. */
    LEADERSHIP_GROUP
  }

  /**
   * Why the half is exposed; nothing where it is not.
   *
   * @param live whether the mandate that is cited is in force today
   * @param leadershipGroupFits whether the leadership group that is cited is one of the place today
   */
  public Set<Lack> lacks(boolean live, boolean leadershipGroupFits) {
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    if (cited == null || !live) {
      lacks.add(Lack.MANDATE);
    }
    if (cited == null || cited.leadershipGroupId() == null || !leadershipGroupFits) {
      lacks.add(Lack.LEADERSHIP_GROUP);
    }
    return lacks;
  }

  public record Note(NoteId noteId, WordsRef noteRef, LocalDate on) {}

  static Decision<OwnSideEvent, OwnSideRejection> decide(OwnSideCommand command, OwnSide own) {
    return switch (command) {
      case CiteMandate cite -> cite(cite, own.cited());
      case UnciteMandate(var group) ->
          own.cited() == null ? accept() : accept(new JointGroupMandateUncited(group));
      case KeepNote(var group, var id, var ref, var today) ->
          accept(new JointGroupNoteKept(group, id, ref, today));
      case WithdrawNote(var group, var id) ->
          own.notes().containsKey(id)
              ? accept(new JointGroupNoteWithdrawn(group, id))
              : reject(new NoSuchNote(id));
    };
  }

  private static Decision<OwnSideEvent, OwnSideRejection> cite(
      CiteMandate wish, @Nullable Citation cited) {
    if (!wish.liveHere()) {
      return reject(new MandateNotLive(wish.mandateId()));
    }
    if (wish.leadershipGroupId() != null && !wish.leadershipGroupFits()) {
      return reject(new NotALeadershipGroupHere(wish.leadershipGroupId()));
    }
    return cited != null
            && cited.mandateId().equals(wish.mandateId())
            && Objects.equals(cited.leadershipGroupId(), wish.leadershipGroupId())
        ? accept()
        : accept(
            new JointGroupMandateCited(
                wish.groupId(), wish.mandateId(), wish.leadershipGroupId(), wish.today()));
  }

  static OwnSide evolve(OwnSide own, OwnSideEvent event) {
    return switch (event) {
      case JointGroupMandateCited(_, var mandate, var group, var on) ->
          new OwnSide(new Citation(mandate, group, on), own.notes());
      case JointGroupMandateUncited _ -> new OwnSide(null, own.notes());
      case JointGroupNoteKept(_, var id, var ref, var on) -> {
        var now = new LinkedHashMap<>(own.notes());
        now.put(id, new Note(id, ref, on));
        yield new OwnSide(own.cited(), now);
      }
      case JointGroupNoteWithdrawn(_, var id) -> {
        var now = new LinkedHashMap<>(own.notes());
        now.remove(id);
        yield new OwnSide(own.cited(), now);
      }
    };
  }
}
