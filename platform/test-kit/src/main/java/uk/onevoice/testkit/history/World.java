package uk.onevoice.testkit.history;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.testkit.history.Registry.Body;
import uk.onevoice.testkit.history.Registry.Partner;
import uk.onevoice.testkit.history.Registry.Practice;
import uk.onevoice.testkit.history.Teller.Thread;

/** Everybody: how the registry begins, and how it changes until it is what it is at the end. */
final class World {
  private static final int PRACTICES_OF_A_PLACE = 35;

  /** One ICB in so many came of a split. */
  private static final int ICBS_PER_SPLIT = 18;

  /** One practice in so many took another one over within the years. */
  private static final int PRACTICES_PER_MERGER = 25;

  /** Patients of a practice that is taken over. */
  private static final int TAKEN_OVER = 1_000;

  /** A day's chance that a practice changes its network: one in seventy within a year. */
  private static final double MOVES = 1 / 25_000.0;

  private record Belonging(Thread stream, UUID id, String member, String kind) {}

  private final Registry registry;
  private final Teller teller;
  private final Agenda agenda;
  private final LocalDate end;
  private final Map<String, Ics> icses = new LinkedHashMap<>();

  /** What belongs to an ICS's ICB. */
  private final Map<Ics, List<Belonging>> belongings = new LinkedHashMap<>();

  private final List<Place> places = new ArrayList<>();
  private final Map<Surgery, List<String>> networks = new LinkedHashMap<>();
  private final LocalDate splitDay;
  private int seen;

  World(Registry registry, Teller teller, Agenda agenda, LocalDate end) {
    this.registry = registry;
    this.teller = teller;
    this.agenda = agenda;
    this.end = end;
    LocalDate middle = teller.today().plusDays(ChronoUnit.DAYS.between(teller.today(), end) / 2);
    this.splitDay = LocalDate.of(middle.getYear(), 4, 1);
  }

  void begin() {
    icbs();
    partners();
    for (Body network : registry.networks()) {
      registered(network.code(), network.name(), "PCN");
    }
    surgeries();
    for (Ics ics : icses.values()) {
      registered(ics.lmc.toString(), ics.name + " LMC", "LMC");
    }
    // People sit where forums are, and mandates are about topics.
    for (Place place : places) {
      place.people.add(Person.joining(teller, "LMC_CHAIR", place.ics().lmc.toString()));
    }
    icses.values().forEach(Ics::lists);
    places.forEach(Place::begins);
  }

  /** Two of today's ICBs were one until the day of the split, if there are two. */
  private void icbs() {
    int splits =
        registry.icbs().size() < 2 ? 0 : Math.max(1, registry.icbs().size() / ICBS_PER_SPLIT);
    for (int i = 0; i < registry.icbs().size(); i++) {
      Body icb = registry.icbs().get(i);
      boolean together = i < 2 * splits;
      String before = "BEFORE-" + registry.icbs().get(i - i % 2).code();
      Ics ics = new Ics(teller, together ? before : icb.code(), icb.name());
      icses.put(icb.code(), ics);
      belongings.put(ics, new ArrayList<>());
      if (!together) {
        registered(icb.code(), icb.name(), "ICB");
      } else if (i % 2 == 0) {
        Body other = registry.icbs().get(i + 1);
        Thread stream = teller.organisations("organisation-" + before);
        Bodies.registered(
            teller, stream, before, null, icb.name() + " and its neighbour", "ICB", null);
        agenda.on(splitDay, 200, () -> split(stream, before, icb, other));
      }
    }
    for (Body sub : registry.subIcbs()) {
      registered(sub.code(), sub.name(), "SUB_ICB");
      belongs(sub.code(), of(sub.above()), "COMMISSIONED_BY");
    }
  }

  private Ics of(String icb) {
    return requireNonNull(icses.get(icb));
  }

  private void belongs(String member, Ics ics, String kind) {
    Belonging one =
        new Belonging(teller.lasting("affiliations-" + member), teller.id(), member, kind);
    requireNonNull(belongings.get(ics)).add(one);
    Bodies.affiliated(teller, one.stream(), one.id(), member, ics.id(), kind);
  }

  private void partners() {
    Map<String, Boolean> known = new LinkedHashMap<>();
    for (Partner partner : registry.partners()) {
      if (known.put(partner.code(), true) == null) {
        Bodies.registered(
            teller,
            teller.organisations("organisation-" + partner.code()),
            partner.code(),
            partner.code(),
            partner.name(),
            partner.kind(),
            partner.sector());
      }
      Ics ics = of(partner.icb());
      belongs(partner.code(), ics, "GEOGRAPHY");
      (partner.kind().equals("TRUST") ? ics.trusts : ics.councils).add(partner.code());
    }
  }

  private void registered(String id, String name, String kind) {
    @Nullable String code = id.matches("[A-Z0-9]{3,8}") ? id : null;
    Bodies.registered(
        teller, teller.organisations("organisation-" + id), id, code, name, kind, null);
  }

  /** Neighbours make a place. */
  private void surgeries() {
    Map<String, String> above = new LinkedHashMap<>();
    registry.subIcbs().forEach(sub -> above.put(sub.code(), sub.above()));
    Map<Ics, List<Practice>> members = new LinkedHashMap<>();
    for (Practice practice : registry.practices()) {
      members
          .computeIfAbsent(of(requireNonNull(above.get(practice.subIcb()))), _ -> new ArrayList<>())
          .add(practice);
    }
    members.forEach((ics, all) -> {
      int count = Math.max(1, Math.round((float) all.size() / PRACTICES_OF_A_PLACE));
      for (int n = 0; n < count; n++) {
        Place place = new Place(teller, agenda, ics, "Place %d of %s".formatted(n + 1, ics.name));
        place.defined();
        ics.places.add(place);
        places.add(place);
        List<Practice> here = all.subList(all.size() * n / count, all.size() * (n + 1) / count);
        here.forEach(practice -> surgery(place, practice));
        List<String> near =
            here.stream().map(Practice::network).filter(one -> one != null).distinct().toList();
        place.surgeries.forEach(surgery -> networks.put(surgery, near));
      }
    });
  }

  private void surgery(Place place, Practice practice) {
    Surgery surgery = new Surgery(teller, practice.code(), practice.patients());
    joins(place, surgery, practice, practice.name());
    if (++seen % PRACTICES_PER_MERGER == PRACTICES_PER_MERGER / 2) {
      Surgery gone = new Surgery(teller, "ZZ%05d".formatted(seen), TAKEN_OVER);
      joins(place, gone, practice, practice.name() + " BRANCH");
      int days = (int) ChronoUnit.DAYS.between(teller.today(), end);
      LocalDate on = teller.today().plusDays(1 + teller.random.nextInt(days - 1));
      agenda.on(on, 12, () -> place.merges(gone, surgery));
    }
  }

  private void joins(Place place, Surgery surgery, Practice practice, String name) {
    place.surgeries.add(surgery);
    surgery.registered(name);
    surgery.belongs(practice.subIcb(), "COMMISSIONED_BY");
    if (practice.network() != null) {
      surgery.belongs(practice.network(), "PCN_CORE");
    }
    surgery.belongs(place.id.toString(), "PLACE");
    surgery.belongs(place.ics().lmc.toString(), "LMC");
    if (teller.happens(place.vigour)) {
      surgery.belongs(place.federation.toString(), "FEDERATION");
    }
  }

  /** What happens to the registry on a day. */
  void registry(LocalDate today) {
    if (today.getDayOfMonth() == 1) {
      String month = YearMonth.from(today).toString();
      places.forEach(place -> place.surgeries.forEach(surgery -> surgery.counted(month)));
    }
    for (Place place : places) {
      place.maybeSomebodyLeaves();
      for (Surgery surgery : place.surgeries) {
        List<String> near = networks.getOrDefault(surgery, List.of());
        if (near.size() > 1 && teller.happens(MOVES)) {
          String next = teller.any(near);
          if (!next.equals(surgery.network())) {
            surgery.moves(next);
          }
        }
      }
    }
  }

  /** Each half takes its locations, partners and places along, and makes lists of its own. */
  private void split(Thread stream, String before, Body one, Body other) {
    Bodies.succeeded(teller, stream, before, List.of(one.code(), other.code()), "SPLIT");
    Bodies.closed(teller, stream, before);
    for (Body icb : List.of(one, other)) {
      registered(icb.code(), icb.name(), "ICB");
      Ics ics = of(icb.code());
      List<Belonging> all = requireNonNull(belongings.get(ics));
      List<Belonging> old = List.copyOf(all);
      all.clear();
      for (Belonging belonging : old) {
        Bodies.left(
            teller,
            belonging.stream(),
            belonging.id(),
            belonging.member(),
            before,
            belonging.kind());
      }
      ics.under(icb.code());
      for (Belonging belonging : old) {
        Belonging next =
            new Belonging(belonging.stream(), teller.id(), belonging.member(), belonging.kind());
        all.add(next);
        Bodies.affiliated(teller, next.stream(), next.id(), next.member(), icb.code(), next.kind());
      }
      ics.places.forEach(place -> place.movesTo(icb.code()));
      ics.lists();
    }
  }

  /** How many list sizes will be counted after today. */
  long listSizesToCome(LocalDate today) {
    long months =
        ChronoUnit.MONTHS.between(YearMonth.from(today), YearMonth.from(end.minusDays(1)));
    return months * registry.practices().size();
  }

  void act() {
    teller.any(places).act();
  }
}
