package uk.onevoice.testkit.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Ics.Topic;
import uk.onevoice.testkit.history.Teller.Thread;

/** A place's mandates and the answers of its practices; ambition, asks and positions. */
final class Mandates {
  private static final int REPORT_BACK_DAYS = 14;

  /** One that is asked for or in force. */
  static final class Mandate {
    final UUID id;
    private final Thread stream;
    private final String topic;
    private final LocalDate end;
    private final Set<String> granted = new HashSet<>();
    private boolean inForce;
    private boolean over;

    private Mandate(UUID id, Thread stream, String topic, LocalDate end) {
      this.id = id;
      this.stream = stream;
      this.topic = topic;
      this.end = end;
    }
  }

  private record Agreement(UUID id, Thread stream) {}

  private record Stance(UUID id, Thread stream, UUID issue, List<UUID> options) {}

  private final Place place;
  private final Teller teller;
  private final List<Mandate> mandates = new ArrayList<>();
  private final Map<String, Agreement> agreements = new LinkedHashMap<>();
  private final Map<String, Stance> stances = new LinkedHashMap<>();
  private final Map<UUID, Integer> publications = new LinkedHashMap<>();

  Mandates(Place place) {
    this.place = place;
    this.teller = place.teller;
  }

  void begin() {
    for (Topic topic : place.ics().topics()) {
      if (teller.happens(place.vigour)) {
        ask(topic);
      }
    }
  }

  /** One in force that speaks on any topic; null where there is none. */
  @Nullable Mandate inForce() {
    for (int tries = 0; tries < 3 && !mandates.isEmpty(); tries++) {
      Mandate one = teller.any(mandates);
      if (one.inForce && !one.over) {
        return one;
      }
    }
    return null;
  }

  void act() {
    switch (teller.random.nextInt(8)) {
      case 0 -> {
        Topic topic = teller.any(place.ics().topics());
        if (mandates.stream().noneMatch(one -> one.topic.equals(topic.slug()))) {
          ask(topic);
        } else {
          mindChanged();
        }
      }
      case 1, 2 -> mindChanged();
      case 3 -> signed(teller.any(place.surgeries));
      case 4 -> published();
      default -> asked(teller.any(place.surgeries));
    }
  }

  private void ask(Topic topic) {
    UUID id = teller.id();
    LocalDate start = teller.today();
    LocalDate end = start.plusMonths(12 + 6L * teller.random.nextInt(3));
    Mandate mandate = new Mandate(id, teller.mandates("mandate-" + id), topic.slug(), end);
    mandates.add(mandate);
    String holder = place.federation.toString();
    Fields terms =
        new Fields()
            .objects("topics", List.of(Fields.of("topicId", topic.id()).put("topic", topic.slug())))
            .objects("tables", List.of())
            .put(
                "holder",
                Fields.of("organisationId", holder)
                    .put("role", "FEDERATION_LEAD")
                    .put("label", "Federation lead"))
            .objects("alternates", List.of())
            .objects("limits", List.of())
            .put("threshold", new Fields().put("practicesPercent", 50))
            .put("briefingDays", 7)
            .put("reportBackDays", REPORT_BACK_DAYS)
            .put("start", start)
            .put("end", end);
    teller.say(
        mandate.stream,
        "MandateOpened",
        Fields.of("mandateId", id)
            .put("placeId", place.id)
            .put("topic", topic.slug())
            .put("holderId", holder)
            .put("holderRole", "Federation lead")
            .put("start", start)
            .put("end", end)
            .put("openedOn", start)
            .put("topicId", topic.id())
            .put("version", 1)
            .put("terms", terms));
    for (Surgery surgery : place.surgeries) {
      if (teller.happens(0.6 + 0.35 * place.vigour)) {
        place.agenda.on(
            start.plusDays(1 + teller.random.nextInt(40)), 1, () -> answer(mandate, surgery));
      }
    }
    place.agenda.on(start.plusDays(42), 1, () -> countUp(mandate));
    if (teller.happens(0.05)) {
      place.agenda.on(
          start.plusDays(60 + teller.random.nextInt(200)), 1, () -> over(mandate, "MandateEnded"));
    }
    place.agenda.on(
        end,
        2,
        () -> {
          if (!mandate.over) {
            over(mandate, "MandateExpired");
            if (teller.happens(place.vigour)) {
              place.ics().topics().stream()
                  .filter(next -> next.slug().equals(mandate.topic))
                  .findFirst()
                  .ifPresent(this::ask);
            }
          }
        });
  }

  private void answer(Mandate mandate, Surgery surgery) {
    if (mandate.over || !place.surgeries.contains(surgery)) {
      return;
    }
    int how = teller.random.nextInt(100);
    boolean grants = how < 55 + 35 * place.vigour;
    answered(
        mandate,
        surgery,
        grants ? "ConsentGranted" : how % 2 == 0 ? "ConsentDeclined" : "ConsentConditional");
  }

  private void answered(Mandate mandate, Surgery surgery, String type) {
    if (type.equals("ConsentGranted")) {
      mandate.granted.add(surgery.code);
    } else {
      mandate.granted.remove(surgery.code);
    }
    teller.say(
        mandate.stream,
        type,
        Fields.of("mandateId", mandate.id)
            .put("practiceId", surgery.code)
            .put("on", teller.today())
            .put("version", 1)
            .put("manner", Fields.of("through", teller.happens(0.7) ? "ONLINE" : "MEETING")));
  }

  private void countUp(Mandate mandate) {
    if (mandate.over || mandate.granted.size() * 2 < place.surgeries.size()) {
      return;
    }
    mandate.inForce = true;
    long patients = place.surgeries.stream().mapToLong(Surgery::patients).sum();
    long granted =
        place.surgeries.stream()
            .filter(surgery -> mandate.granted.contains(surgery.code))
            .mapToLong(Surgery::patients)
            .sum();
    teller.say(
        mandate.stream,
        "MandateActivated",
        Fields.of("mandateId", mandate.id)
            .put("version", 1)
            .put(
                "tally",
                new Fields()
                    .put("practices", place.surgeries.size())
                    .put("granted", mandate.granted.size())
                    .put("patients", patients)
                    .put("patientsGranted", granted))
            .put("on", teller.today()));
  }

  private void over(Mandate mandate, String type) {
    mandate.over = true;
    mandates.remove(mandate);
    teller.say(
        mandate.stream,
        type,
        Fields.of("mandateId", mandate.id).put("version", 1).put("on", teller.today()));
  }

  private void mindChanged() {
    if (mandates.isEmpty()) {
      return;
    }
    Mandate mandate = teller.any(mandates);
    Surgery surgery = teller.any(place.surgeries);
    answered(
        mandate,
        surgery,
        mandate.granted.contains(surgery.code) && teller.happens(0.5)
            ? "ConsentWithdrawn"
            : "ConsentGranted");
  }

  /** Its grants end; who takes its patients over answers anew. */
  void succeeded(Surgery gone, Surgery into) {
    for (Mandate mandate : mandates) {
      if (mandate.granted.remove(gone.code)) {
        teller.say(
            mandate.stream,
            "ConsentEnded",
            Fields.of("mandateId", mandate.id)
                .put("version", 1)
                .put("practiceId", gone.code)
                .put("reason", "SUCCEEDED")
                .texts("successorIds", List.of(into.code))
                .put("on", teller.today()));
      }
    }
    agreements.remove(gone.code);
  }

  private Agreement signed(Surgery surgery) {
    Agreement agreement =
        agreements.computeIfAbsent(
            surgery.code,
            _ -> {
              UUID id = teller.id();
              return new Agreement(id, teller.mandates("ambition-agreement-" + id));
            });
    teller.say(
        agreement.stream(),
        "AmbitionSigned",
        Fields.of("agreementId", agreement.id())
            .put("federationId", place.federation)
            .put("practiceId", surgery.code)
            .put("level", teller.random.nextInt(5))
            .put("on", teller.today()));
    return agreement;
  }

  private void asked(Surgery surgery) {
    Agreement known = agreements.get(surgery.code);
    Agreement agreement = known == null ? signed(surgery) : known;
    UUID ask = teller.id();
    LocalDate due = teller.today().plusDays(14 + teller.random.nextInt(40));
    teller.say(
        agreement.stream(),
        "AskRecorded",
        Fields.of("agreementId", agreement.id())
            .put("practiceId", surgery.code)
            .put("askId", ask)
            .put("askRef", teller.id())
            .put("due", due)
            .put("on", teller.today()));
    if (teller.happens(0.8)) {
      boolean acted = teller.happens(place.vigour);
      place.agenda.on(
          due,
          1,
          () ->
              teller.say(
                  agreement.stream(),
                  "FollowThroughRecorded",
                  Fields.of("agreementId", agreement.id())
                      .put("askId", ask)
                      .put("acted", acted)
                      .put("on", teller.today())));
    }
  }

  /** A federation or a network speaks on the issue of the season; not always the same way. */
  private void published() {
    Topic topic = teller.any(place.ics().topics());
    Person speaker = teller.any(place.people);
    String body = speaker.organisation();
    Stance issue =
        stances.computeIfAbsent(
            topic.slug(), _ -> stance(teller.id(), List.of(teller.id(), teller.id())));
    Stance own =
        stances.computeIfAbsent(
            topic.slug() + "/" + body, _ -> stance(issue.issue(), issue.options()));
    List<Fields> said = new ArrayList<>();
    for (UUID option : own.options()) {
      said.add(
          Fields.of("optionId", option)
              .put("stance", teller.happens(0.75) ? "FOR" : teller.any(OTHERWISE)));
    }
    int publication = publications.merge(own.id(), 1, Integer::sum);
    teller.say(
        own.stream(),
        "PositionPublished",
        Fields.of("positionId", own.id())
            .put("placeId", place.id)
            .put("bodyId", body)
            .put("issueId", own.issue())
            .put("topicId", topic.id())
            .put("version", publication)
            .put("publication", publication)
            .objects("stances", said)
            .objects(
                "agreedBy",
                List.of(
                    Fields.of("bodyId", body)
                        .put("role", speaker.role())
                        .put("on", teller.today())))
            .put("on", teller.today()));
  }

  private static final List<String> OTHERWISE = List.of("AGAINST", "CONDITIONAL", "NEUTRAL");

  private Stance stance(UUID issue, List<UUID> options) {
    UUID id = teller.id();
    return new Stance(id, teller.mandates("position-" + id), issue, options);
  }
}
