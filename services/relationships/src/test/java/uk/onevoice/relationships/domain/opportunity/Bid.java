package uk.onevoice.relationships.domain.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.onevoice.kernel.WordsRef;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PersonId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.SlotId;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityCompetitorNoted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityHosted;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityInterestExpressed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityMandateCited;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityOpened;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPartnerJoined;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityPersonNamed;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunityResultRecorded;
import uk.onevoice.relationships.domain.opportunity.OpportunityEvent.OpportunitySubmitted;

/** A bid for community services by a federation and a trust, as the tests of its rules tell it. */
final class Bid {
  static final OpportunityId ID = new OpportunityId(uuid(1));
  static final PlaceId PLACE = new PlaceId(uuid(2));
  static final UUID TOPIC = uuid(3);
  static final WordsRef TITLE = new WordsRef(uuid(4));
  static final PersonId NADIA = new PersonId(uuid(5));
  static final PersonId OWEN = new PersonId(uuid(6));
  static final PersonId MARTIN = new PersonId(uuid(7));
  static final UUID MANDATE = uuid(8);
  static final UUID OTHER_MANDATE = uuid(9);
  static final Credit CREDIT = new Credit(new SlotId(uuid(10)), new RelationshipId(uuid(11)));
  static final OrganisationId FEDERATION = new OrganisationId(uuid(12).toString());
  static final OrganisationId NETWORK = new OrganisationId("WYVN0001");
  static final OrganisationId TRUST = new OrganisationId("WYVT0001");
  static final OrganisationId RIVAL = new OrganisationId("WYVT0002");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final LocalDate OPENED_ON = LocalDate.of(2026, 6, 1);
  static final LocalDate INTEREST_ON = LocalDate.of(2026, 6, 20);
  static final LocalDate SUBMITTED_ON = LocalDate.of(2026, 8, 14);
  static final LocalDate RESULT_ON = LocalDate.of(2026, 10, 30);

  static final OpportunityOpened OPENED =
      new OpportunityOpened(ID, PLACE, OpportunityKind.TENDER, TOPIC, TITLE, OPENED_ON);
  static final OpportunityPartnerJoined FEDERATION_JOINED = joined(FEDERATION, Side.GP);
  static final OpportunityPartnerJoined TRUST_JOINED = joined(TRUST, Side.PARTNER);
  static final OpportunityPersonNamed NADIA_NAMED =
      new OpportunityPersonNamed(ID, NADIA, FEDERATION);
  static final OpportunityPersonNamed OWEN_NAMED = new OpportunityPersonNamed(ID, OWEN, FEDERATION);
  static final OpportunityPersonNamed MARTIN_NAMED = new OpportunityPersonNamed(ID, MARTIN, TRUST);
  static final OpportunityCompetitorNoted RIVAL_NOTED = new OpportunityCompetitorNoted(ID, RIVAL);
  static final OpportunityHosted HOSTED = new OpportunityHosted(ID, TRUST, FEDERATION);
  static final OpportunityMandateCited CITED =
      new OpportunityMandateCited(ID, MANDATE, TODAY, true);
  static final OpportunityInterestExpressed INTERESTED =
      new OpportunityInterestExpressed(ID, INTEREST_ON);
  static final OpportunitySubmitted SUBMITTED =
      new OpportunitySubmitted(ID, SUBMITTED_ON, MANDATE, false);
  static final OpportunitySubmitted SUBMITTED_WITHOUT =
      new OpportunitySubmitted(ID, SUBMITTED_ON, null, true);
  static final OpportunityResultRecorded AWARDED =
      new OpportunityResultRecorded(ID, Result.AWARDED, RESULT_ON);

  private Bid() {}

  /** Opened by Nadia of the federation with the trust, and then this. */
  static List<OpportunityEvent> opened(OpportunityEvent... more) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(OPENED, FEDERATION_JOINED, TRUST_JOINED, NADIA_NAMED),
            java.util.stream.Stream.of(more))
        .toList();
  }

  static OpportunityPartnerJoined joined(OrganisationId organisation, Side side) {
    return new OpportunityPartnerJoined(ID, organisation, side, TODAY);
  }

  static Bidder bidder(OrganisationId organisation, Side side) {
    return new Bidder(organisation, side, true);
  }

  static Citation cited(UUID mandate, Citation.Lack... lacks) {
    return new Citation(mandate, Set.of(lacks));
  }

  static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
