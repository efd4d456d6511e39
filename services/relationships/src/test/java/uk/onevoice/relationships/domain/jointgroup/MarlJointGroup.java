package uk.onevoice.relationships.domain.jointgroup;

import java.time.LocalDate;
import java.util.UUID;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.jointgroup.JointGroup.Formed;
import uk.onevoice.relationships.domain.jointgroup.JointGroupEvent.JointGroupFormed;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeatLeft;
import uk.onevoice.relationships.domain.jointgroup.SeatEvent.JointGroupSeated;
import uk.onevoice.testkit.DeciderRules;

/** The joint group of Marl Valley with its hospital, and who sits in it. */
final class MarlJointGroup {
  static final GroupId ID = new GroupId(uuid(1));
  static final PlaceId PLACE = new PlaceId(uuid(2));
  static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  static final OrganisationId FEDERATION = new OrganisationId(uuid(3).toString());
  static final Label NAME = new Label("Hospital and GP joint group");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  static final LocalDate YESTERDAY = TODAY.minusDays(1);
  static final LocalDate TOMORROW = TODAY.plusDays(1);
  static final LocalDate START = TODAY.minusDays(60);
  static final JointGroupFormed FORMED = new JointGroupFormed(ID, PLACE, TRUST, NAME, START);

  static final JointGroupSeated NADIA = seated(11, FEDERATION, Side.GP, Nature.CLINICAL);
  static final JointGroupSeated COLM = seated(12, FEDERATION, Side.GP, Nature.MANAGERIAL);
  static final JointGroupSeated SUNITA = seated(13, TRUST, Side.PARTNER, Nature.CLINICAL);
  static final JointGroupSeated DEE = seated(14, TRUST, Side.PARTNER, Nature.MANAGERIAL);

  private MarlJointGroup() {}

  static DeciderRules<JointGroupCommand, JointGroup, JointGroupEvent, JointGroupRejection> rules() {
    return DeciderRules.of(JointGroup.DECIDER);
  }

  /** A person with a seat that has the same number. */
  static JointGroupSeated seated(int number, OrganisationId of, Side side, Nature nature) {
    return new JointGroupSeated(
        ID,
        new SeatId(uuid(number)),
        new PersonId(uuid(100 + number)),
        of,
        side,
        nature,
        START,
        null);
  }

  static JointGroupSeatLeft left(JointGroupSeated seat) {
    return new JointGroupSeatLeft(ID, seat.seatId(), YESTERDAY, false);
  }

  static WordsRef words(int number) {
    return new WordsRef(uuid(900 + number));
  }

  static Formed after(JointGroupEvent... events) {
    JointGroup group = JointGroup.evolve(new JointGroup.Absent(), FORMED);
    for (JointGroupEvent event : events) {
      group = JointGroup.evolve(group, event);
    }
    return (Formed) group;
  }

  static UUID uuid(int number) {
    return new UUID(0x0190f1c800007000L, 0x8000_0000_0000_0000L + number);
  }
}
