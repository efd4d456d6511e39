package uk.onevoice.organisations.adapter.http;

import static uk.onevoice.organisations.adapter.http.PersonView.Reason.SAME_NAME;
import static uk.onevoice.organisations.adapter.http.PersonView.Reason.SAME_ROLE;
import static uk.onevoice.organisations.adapter.http.PersonView.Reason.SIMILAR_NAME;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.http.PersonBodies.NameSearch;
import uk.onevoice.organisations.adapter.http.PersonView.Duplicate;
import uk.onevoice.organisations.adapter.http.PersonView.ListedPerson;
import uk.onevoice.organisations.adapter.http.PersonView.PersonList;
import uk.onevoice.organisations.adapter.http.PersonView.Reason;
import uk.onevoice.organisations.adapter.store.PeopleCopy;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.person.People.Held;
import uk.onevoice.organisations.domain.person.People.Whole;
import uk.onevoice.organisations.domain.person.PersonId;
import uk.onevoice.organisations.domain.person.PersonName;
import uk.onevoice.organisations.domain.person.Role;
import uk.onevoice.security.AccessRefused;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.PageRequest;
import uk.onevoice.service.problem.Problem;

/**
 * Finds people by name, role, body and check that is due, and those who may be one. There is no
 * index of names: each search opens the vault, so that who was erased cannot be found.
 */
@ApplicationScoped
class PeopleSearch {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_DUPLICATES = 20;

  private final PeopleCopy copy;
  private final PeopleReading reading;
  private final PersonWords words;
  private final Today today;

  PeopleSearch(PeopleCopy copy, PeopleReading reading, PersonWords words, Today today) {
    this.copy = copy;
    this.reading = reading;
    this.words = words;
    this.today = today;
  }

  /**
   * @param name null for everybody
   * @param due whether only those whose check is due
   * @param byDue whether those whose check is due first come first, instead of by name
   */
  record Question(
      @Nullable String name,
      @Nullable OrganisationId organisation,
      @Nullable Role role,
      boolean due,
      boolean byDue) {

    /** As a list's query has it. */
    static Question ofList(
        @Nullable String organisation,
        @Nullable String role,
        @Nullable String due,
        @Nullable String sort) {
      return new Question(
          null,
          PeopleSearch.organisation(organisation).orElse(null),
          PeopleSearch.role(role).orElse(null),
          PeopleSearch.due(due),
          PeopleSearch.byDue(sort));
    }

    static Question ofName(NameSearch wish) {
      var name = wish.name().strip();
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        throw Problem.invalid("/name", "must be 1 to " + LONGEST_NAME + " characters").exception();
      }
      return new Question(
          name, wish.organisationId(), wish.role(), Boolean.TRUE.equals(wish.due()), false);
    }
  }

  private record Candidate(Whole person, @Nullable String name, PersonName plain) {}

  PersonList page(Question question, Viewer viewer, PageRequest request) {
    var on = today.get();
    var asked = accepted(question, viewer, on);
    var order = order(question.byDue(), on);
    var found = candidates(viewer).stream().filter(asked).sorted(order).toList();
    var page = Slices.of(found, candidate -> candidate.person().id().value(), request);
    return new PersonList(
        page.items().stream().map(candidate -> listed(candidate, viewer, on)).toList(),
        page.next());
  }

  private ListedPerson listed(Candidate candidate, Viewer viewer, LocalDate on) {
    var person = candidate.person();
    return new ListedPerson(
        person.id(),
        candidate.name(),
        reading.holdings(
            person,
            person.holdings().stream().filter(held -> held.holding().period().includes(on)),
            viewer,
            on));
  }

  private List<Candidate> candidates(Viewer viewer) {
    var people =
        copy.ask(everybody -> everybody.all()).stream().filter(viewer::seesNameOf).toList();
    Map<PersonId, String> names = words.allNames(people.stream().map(Whole::own).toList());
    return people.stream()
        .map(person -> {
          var name = names.get(person.id());
          return new Candidate(person, name, PersonName.of(name == null ? "" : name));
        })
        .toList();
  }

  private static Predicate<Candidate> accepted(Question question, Viewer viewer, LocalDate on) {
    Predicate<Candidate> asked = _ -> true;
    var name = question.name();
    if (name != null) {
      var plain = PersonName.of(name);
      asked = asked.and(candidate -> !plain.words().isEmpty() && candidate.plain().answers(plain));
    }
    var at = question.organisation();
    var role = question.role();
    if (at != null || role != null) {
      asked =
          asked.and(candidate ->
              candidate.person().holdings().stream()
                  .map(Held::holding)
                  .filter(holding -> holding.period().includes(on))
                  .filter(holding -> at == null || at.equals(holding.organisation()))
                  .anyMatch(holding -> role == null || role == holding.role()));
    }
    if (!question.due()) {
      return asked;
    }
    if (!viewer.keeps()) {
      throw new AccessRefused(AccessRefused.Reason.NOT_ALLOWED);
    }
    return asked.and(
        candidate -> due(candidate.person(), on).filter(day -> !day.isAfter(on)).isPresent());
  }

  private static Optional<OrganisationId> organisation(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(OrganisationId::new);
    } catch (IllegalArgumentException notOne) {
      throw Problem.invalid("query:organisationId", "must be the id of an organisation")
          .exception();
    }
  }

  private static Optional<Role> role(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(Role::valueOf);
    } catch (IllegalArgumentException notOne) {
      throw Problem.invalid("query:role", "must be a role").exception();
    }
  }

  private static boolean due(@Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Problem.invalid("query:due", "must be true or false").exception();
    }
    return true;
  }

  private static boolean byDue(@Nullable String text) {
    return switch (text == null ? "name" : text) {
      case "name" -> false;
      case "due" -> true;
      default -> throw Problem.invalid("query:sort", "must be name or due").exception();
    };
  }

  /** The first day on which one of the roles that go on should be checked. */
  private static Optional<LocalDate> due(Whole person, LocalDate on) {
    return person.holdings().stream()
        .map(Held::holding)
        .filter(holding -> PeopleReading.goesOn(holding, on))
        .map(holding -> holding.checkDue())
        .min(Comparator.naturalOrder());
  }

  private static Comparator<Candidate> order(boolean byDue, LocalDate on) {
    Comparator<Candidate> byName =
        Comparator.comparing((Candidate candidate) -> candidate.name() == null)
            .thenComparing(PeopleSearch::familyNameFirst)
            .thenComparing(candidate -> candidate.person().id().value());
    return byDue
        ? Comparator.comparing(
                (Candidate candidate) -> due(candidate.person(), on).orElse(LocalDate.MAX))
            .thenComparing(byName)
        : byName;
  }

  private static String familyNameFirst(Candidate candidate) {
    var all = candidate.plain().words();
    return all.isEmpty() ? "" : all.getLast() + " " + String.join(" ", all);
  }

  /** Who may be the same human being; the same name first. */
  List<Duplicate> duplicates(Whole person, Viewer viewer) {
    var on = today.get();
    var all = candidates(viewer);
    var mine =
        all.stream()
            .filter(candidate -> candidate.person().id().equals(person.id()))
            .findFirst()
            .map(Candidate::plain)
            .orElse(PersonName.of(""));
    return all.stream()
        .filter(candidate -> !candidate.person().id().equals(person.id()))
        .map(candidate -> duplicate(candidate, person, mine, viewer, on))
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparing((Duplicate one) -> one.reasons().getFirst())
                .thenComparing(one -> -one.reasons().size()))
        .limit(MOST_DUPLICATES)
        .toList();
  }

  private Optional<Duplicate> duplicate(
      Candidate candidate, Whole person, PersonName mine, Viewer viewer, LocalDate on) {
    var reasons = new ArrayList<Reason>();
    switch (candidate.plain().likeness(mine)) {
      case SAME -> reasons.add(SAME_NAME);
      case SIMILAR -> reasons.add(SIMILAR_NAME);
      case OTHER -> {
        // Partners of one practice hold the same role: without a name alike they are two.
        if (!mine.words().isEmpty() && !candidate.plain().words().isEmpty()) {
          return Optional.empty();
        }
      }
    }
    if (holdTheSame(candidate.person(), person)) {
      reasons.add(SAME_ROLE);
    }
    if (reasons.isEmpty()) {
      return Optional.empty();
    }
    var listed = listed(candidate, viewer, on);
    var twice = copy.ask(everybody -> everybody.heldTwice(candidate.person().id(), person.id()));
    return Optional.of(
        new Duplicate(
            listed.personId(),
            listed.name(),
            reasons,
            listed.roleHoldings(),
            reading.holdings(candidate.person(), twice.stream(), viewer, on)));
  }

  private static boolean holdTheSame(Whole one, Whole other) {
    return one.holdings().stream()
        .map(Held::holding)
        .filter(mine -> mine.organisation() != null)
        .anyMatch(mine ->
            other.holdings().stream()
                .map(Held::holding)
                .anyMatch(theirs ->
                    mine.role() == theirs.role()
                        && Objects.equals(mine.organisation(), theirs.organisation())
                        && mine.period().overlaps(theirs.period())));
  }
}
