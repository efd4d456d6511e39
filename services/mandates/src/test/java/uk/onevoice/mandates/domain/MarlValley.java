package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.ConsentCommand.Given;
import uk.onevoice.mandates.domain.ConsentCommand.Respond;
import uk.onevoice.mandates.domain.ConsentEvent.ConsentGranted;
import uk.onevoice.mandates.domain.DraftEvent.MandateDrafted;
import uk.onevoice.mandates.domain.LifeEvent.HolderAccepted;
import uk.onevoice.mandates.domain.LifeEvent.MandateActivated;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;

/** A place of four practices, 10,000 patients, and a mandate that needs three and 60 per cent. */
final class MarlValley {
  static final MandateId ID = new MandateId(uuid(1));
  static final PlaceId PLACE = new PlaceId(uuid(2));
  static final PlaceId OTHER_PLACE = new PlaceId(uuid(3));
  static final Belonging HERE = new Belonging(PLACE, Set.of());
  static final Belonging THERE = new Belonging(OTHER_PLACE, Set.of());
  static final OrganisationId FEDERATION = new OrganisationId(uuid(4).toString());
  static final OrganisationId NETWORK = new OrganisationId("WYVN0001");
  static final OrganisationId LMC = new OrganisationId(uuid(5).toString());
  static final OrganisationId ICB = new OrganisationId("WYVICB01");
  static final OrganisationId NEW_ICB = new OrganisationId("WYVICB02");
  static final PracticeId P1 = new PracticeId("WYVP0001");
  static final PracticeId P2 = new PracticeId("WYVP0002");
  static final PracticeId P3 = new PracticeId("WYVP0003");
  static final PracticeId P4 = new PracticeId("WYVP0004");
  static final ListedTopic CARE = new ListedTopic(uuid(10), new Topic("community-services"));
  static final ListedTopic NURSING = new ListedTopic(uuid(11), new Topic("nursing"));
  static final Table BOARD = new Table(uuid(20), new Label("Marl Valley place board"));
  static final UUID ELSEWHERE = uuid(21);
  static final Limit MAY = new Limit(Limit.Kind.MAY_AGREE, uuid(30));
  static final Limit REFER = new Limit(Limit.Kind.MUST_REFER, uuid(31));
  static final Limit NEVER = new Limit(Limit.Kind.MUST_NOT, uuid(32));
  static final Holder HOLDER =
      new Holder(FEDERATION, HolderRole.FEDERATION_LEAD, new Label("Medical director"));
  static final Holder STAND_IN =
      new Holder(NETWORK, HolderRole.PCN_CLINICAL_DIRECTOR, new Label("Clinical director"));
  static final Set<Holder.Held> HELD =
      Set.of(new Holder.Held(FEDERATION, HolderRole.FEDERATION_LEAD));
  static final Set<Holder.Held> NOBODY = Set.of();

  static final LocalDate START = LocalDate.of(2026, 4, 1);
  static final LocalDate END = LocalDate.of(2028, 4, 1);
  static final LocalDate DRAFTED = LocalDate.of(2026, 2, 20);
  static final LocalDate ASKED = LocalDate.of(2026, 3, 1);
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  static final LocalDate YESTERDAY = TODAY.minusDays(1);
  static final LocalDate TOMORROW = TODAY.plusDays(1);

  static final Terms TERMS = terms(START, END);
  static final MandateDrafted DRAFT = new MandateDrafted(ID, PLACE, TERMS, DRAFTED);
  static final MandateOpened OPENED = opened(TERMS);
  static final Electorate VALLEY = electorate(4_000L, 3_000L, 2_000L, 1_000L);

  /** Three of four granted, nine of ten patients. */
  static final Tally ENOUGH = new Tally(4, 3, 10_000, 9_000);

  private MarlValley() {}

  static Terms terms(LocalDate start, LocalDate end) {
    return new Terms(
        List.of(CARE),
        List.of(BOARD),
        HOLDER,
        List.of(STAND_IN),
        List.of(MAY, REFER, NEVER),
        new Threshold(3, null, 60),
        5,
        7,
        start,
        end,
        null);
  }

  static Terms about(ListedTopic topic, LocalDate start, LocalDate end) {
    return new Terms(
        List.of(topic),
        List.of(),
        HOLDER,
        List.of(),
        List.of(MAY),
        new Threshold(null, 75, null),
        5,
        7,
        start,
        end,
        null);
  }

  /** The same terms, asked of these alone: two of them suffice. */
  static Terms asking(Grantors grantors) {
    return new Terms(
        List.of(CARE),
        List.of(BOARD),
        HOLDER,
        List.of(STAND_IN),
        List.of(MAY, REFER, NEVER),
        new Threshold(null, 100, 60),
        5,
        7,
        START,
        END,
        grantors);
  }

  /** Practices with their patients, of the network and of none. */
  static Electorate membersOfNetwork(Map<PracticeId, Long> members, Map<PracticeId, Long> others) {
    return new Electorate(
        Stream.concat(
                members.entrySet().stream()
                    .map(each ->
                        new Electorate.Voice(each.getKey(), each.getValue(), Set.of(NETWORK))),
                others.entrySet().stream()
                    .map(each -> new Electorate.Voice(each.getKey(), each.getValue(), Set.of())))
            .toList());
  }

  static MandateOpened opened(Terms terms) {
    return new MandateOpened(
        ID,
        PLACE,
        terms.topics().getFirst().topic(),
        terms.tables().isEmpty() ? null : terms.tables().getFirst().label(),
        terms.holder().organisationId(),
        terms.holder().label(),
        terms.start(),
        terms.end(),
        ASKED,
        terms.topics().getFirst().topicId(),
        1,
        terms);
  }

  /** Asked for in one step, in the days before there were limits. */
  static MandateOpened openedInOneStep(@Nullable Label board) {
    return new MandateOpened(
        ID,
        PLACE,
        CARE.topic(),
        board,
        FEDERATION,
        HOLDER.label(),
        START,
        END,
        ASKED,
        CARE.topicId(),
        null,
        null);
  }

  static Electorate electorate(@Nullable Long... patients) {
    return new Electorate(
        IntStream.range(0, patients.length)
            .mapToObj(i ->
                new Electorate.Voice(new PracticeId("WYVP000" + (i + 1)), patients[i], Set.of()))
            .toList());
  }

  static ConsentGranted granted(PracticeId practice) {
    return new ConsentGranted(ID, practice, ASKED, null, null);
  }

  /** Asked for, granted by these, and accepted by its holder. */
  static List<MandateEvent> asked(PracticeId... granting) {
    List<MandateEvent> history = new ArrayList<>(List.of(DRAFT, OPENED));
    Stream.of(granting).map(MarlValley::granted).forEach(history::add);
    history.add(new HolderAccepted(ID, 1, ASKED));
    return history;
  }

  /** In force since its first day, and granted by the first three practices. */
  static List<MandateEvent> inForce(MandateEvent... further) {
    List<MandateEvent> history = asked(P1, P2, P3);
    history.add(new MandateActivated(ID, 1, ENOUGH, START));
    history.addAll(List.of(further));
    return history;
  }

  static Given given(PracticeId practice, Answer answer) {
    return new Given(practice, HERE, true, answer, TODAY, null);
  }

  static Respond respond(@Nullable Integer version, Given... answers) {
    return new Respond(ID, List.of(answers), version, Manner.ONLINE, TODAY, VALLEY);
  }

  static UUID uuid(int n) {
    return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L + n);
  }
}
