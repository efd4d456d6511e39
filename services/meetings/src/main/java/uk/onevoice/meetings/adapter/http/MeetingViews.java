package uk.onevoice.meetings.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.meetings.adapter.http.MeetingView.AgreementView;
import uk.onevoice.meetings.adapter.http.MeetingView.AmendmentView;
import uk.onevoice.meetings.adapter.http.MeetingView.AssessmentView;
import uk.onevoice.meetings.adapter.http.MeetingView.Closed;
import uk.onevoice.meetings.adapter.http.MeetingView.DisputeView;
import uk.onevoice.meetings.adapter.http.MeetingView.ItemView;
import uk.onevoice.meetings.adapter.http.MeetingView.ReachView;
import uk.onevoice.meetings.adapter.store.Titles;
import uk.onevoice.meetings.domain.Agreement;
import uk.onevoice.meetings.domain.Item;
import uk.onevoice.meetings.domain.Meeting.Scheduled;
import uk.onevoice.meetings.domain.Outcome;
import uk.onevoice.meetings.domain.RecordEvent.MeetingAmended;
import uk.onevoice.meetings.domain.RecordEvent.MeetingClosed;
import uk.onevoice.meetings.domain.TitleRef;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.security.Parts;
import uk.onevoice.service.command.ListedTopics;

/** A meeting as general practice of its place reads it. */
@ApplicationScoped
class MeetingViews {
  private final Titles titles;
  private final MeetingWords words;
  private final ListedForums forums;
  private final ListedTopics topics;
  private final AttendanceViews attendance;
  private final Mandates mandates;
  private final MeetingDesk desk;
  private final Parts parts;

  MeetingViews(
      Titles titles,
      MeetingWords words,
      ListedForums forums,
      ListedTopics topics,
      AttendanceViews attendance,
      Mandates mandates,
      MeetingDesk desk,
      Parts parts) {
    this.titles = titles;
    this.words = words;
    this.forums = forums;
    this.topics = topics;
    this.attendance = attendance;
    this.mandates = mandates;
    this.desk = desk;
    this.parts = parts;
  }

  MeetingView whole(Scheduled meeting) {
    Map<TitleRef, Label> named = titles.of(meeting.terms().meetingId());
    Map<UUID, KnownInvocation> invocations = mandates.invocations(meeting);
    boolean disputes =
        parts.shows("meeting.disputes", MeetingDesk.inDirectory(meeting.terms().placeId()));
    Map<UUID, String> said = words.read(refs(meeting, disputes));
    return new MeetingView(
        MeetingTerms.of(meeting, forums),
        meeting.items().values().stream()
            .map(item -> item(item, named.get(item.titleRef()), invocations, said))
            .toList(),
        attendance.of(meeting),
        attendance.partners(meeting),
        closed(meeting.records().closed()),
        meeting.records().amendments().stream().map(each -> amendment(each, said)).toList());
  }

  private static List<UUID> refs(Scheduled meeting, boolean disputes) {
    List<UUID> refs = new ArrayList<>();
    meeting.records().amendments().forEach(each -> refs.add(each.reasonRef()));
    for (Item item : meeting.items().values()) {
      if (item.result() instanceof Item.Decided(_, var assessment)) {
        switch (assessment) {
          case Item.NotAssessed _ -> {}
          case Item.Made made -> add(refs, made.evidenceRef());
          case Item.Disputed(var disputed, _, var reason) -> {
            add(refs, disputed.evidenceRef());
            // Who may not see why gets an answer that never had it.
            add(refs, disputes ? reason : null);
          }
        }
      }
    }
    return refs;
  }

  private static void add(List<UUID> refs, @Nullable UUID ref) {
    if (ref != null) {
      refs.add(ref);
    }
  }

  private ItemView item(
      Item item,
      @Nullable Label title,
      Map<UUID, KnownInvocation> invocations,
      Map<UUID, String> said) {
    @Nullable Outcome outcome =
        item.result() instanceof Item.Decided decided ? decided.outcome() : null;
    return new ItemView(
        item.itemId(),
        title,
        item.topic(),
        item.topicId(),
        topics.labelNow(item.topicId()),
        item.concerns(),
        reach(item),
        item.position(),
        item.mark(),
        outcome,
        agreement(item, invocations),
        item.result() instanceof Item.Decided(_, var assessment)
            ? assessment(assessment, said)
            : null,
        item.sameWithoutUs(),
        item.helpedBy());
  }

  /** A position put is the furthest, whoever said what before. */
  static @Nullable ReachView reach(Item item) {
    if (item.position() != null) {
      return ReachView.POSITION_PUT;
    }
    return item.reach() == null
        ? null
        : switch (item.reach()) {
          case NOT_THERE -> ReachView.NOT_THERE;
          case PRESENT -> ReachView.PRESENT;
          case SPOKE -> ReachView.SPOKE;
        };
  }

  /** What somebody agreed for general practice on this item; null where nobody did. */
  static @Nullable AgreementView agreement(Item item, Map<UUID, KnownInvocation> invocations) {
    @Nullable Agreement agreement = item.agreement();
    if (agreement == null) {
      return null;
    }
    @Nullable KnownInvocation invocation =
        agreement.invocationId() == null ? null : invocations.get(agreement.invocationId());
    return new AgreementView(
        item.itemId(),
        agreement.standing(invocation == null ? null : invocation.state()),
        agreement.invocationId(),
        agreement.mandateId(),
        agreement.outside());
  }

  /** What that is worth now; null where nobody agreed. */
  static Agreement.@Nullable Standing standing(Item item, Map<UUID, KnownInvocation> invocations) {
    @Nullable AgreementView agreement = agreement(item, invocations);
    return agreement == null ? null : agreement.standing();
  }

  List<AgreementView> agreements(Scheduled meeting) {
    Map<UUID, KnownInvocation> invocations = mandates.invocations(meeting);
    return meeting.items().values().stream()
        .map(item -> agreement(item, invocations))
        .filter(Objects::nonNull)
        .toList();
  }

  private @Nullable AssessmentView assessment(Item.Assessment assessment, Map<UUID, String> said) {
    return switch (assessment) {
      case Item.NotAssessed _ -> null;
      case Item.Assessed made -> made(made, said, !made.influence().isClaim(), null);
      case Item.Confirmed made -> made(made, said, true, null);
      case Item.Disputed(var made, var by, var reason) ->
          made(made, said, false, new DisputeView(desk.standing(by), said.get(reason)));
    };
  }

  private AssessmentView made(
      Item.Made made, Map<UUID, String> said, boolean counts, @Nullable DisputeView dispute) {
    @Nullable UUID evidence = made.evidenceRef();
    return new AssessmentView(
        made.influence(),
        desk.standing(made.assessedBy()),
        made instanceof Item.Confirmed confirmed ? desk.standing(confirmed.confirmedBy()) : null,
        counts,
        evidence == null ? null : said.get(evidence),
        evidence != null,
        dispute);
  }

  private @Nullable Closed closed(@Nullable MeetingClosed closed) {
    return closed == null ? null : new Closed(closed.on(), desk.standing(closed.closedBy()));
  }

  private AmendmentView amendment(MeetingAmended amended, Map<UUID, String> said) {
    return new AmendmentView(
        amended.amendmentId(),
        amended.on(),
        desk.standing(amended.amendedBy()),
        said.get(amended.reasonRef()),
        amended.itemIds(),
        amended.attendance());
  }
}
