package uk.onevoice.mandates.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.adapter.http.IssueBodies.IssueView;
import uk.onevoice.mandates.adapter.http.SchemeBodies.ClassView;
import uk.onevoice.mandates.adapter.http.SchemeBodies.ClassificationView;
import uk.onevoice.mandates.adapter.http.SchemeBodies.SchemeView;
import uk.onevoice.mandates.adapter.store.SchemeLog;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.issue.IssueId;
import uk.onevoice.mandates.domain.scheme.DelegationScheme;
import uk.onevoice.mandates.domain.scheme.DelegationScheme.Adopted;
import uk.onevoice.mandates.domain.scheme.SchemeCommand;
import uk.onevoice.mandates.domain.scheme.SchemeEvent;
import uk.onevoice.mandates.domain.scheme.SchemeEvent.IssueClassified;
import uk.onevoice.mandates.domain.scheme.SchemeRejection;
import uk.onevoice.mandates.domain.scheme.SchemeRow;
import uk.onevoice.vault.TypedWords;

/** Who decides what in a place, with its explanations. */
@ApplicationScoped
class Schemes {
  private final CommandHandler<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection>
      schemes;
  private final Issues issues;
  private final TypedWords words;

  Schemes(
      CommandHandler<SchemeCommand, DelegationScheme, SchemeEvent, SchemeRejection> schemes,
      Issues issues,
      TypedWords words) {
    this.schemes = schemes;
    this.issues = issues;
    this.words = words;
  }

  Optional<Adopted> of(PlaceId place) {
    return schemes.current(SchemeLog.stream(place)).state() instanceof Adopted adopted
        ? Optional.of(adopted)
        : Optional.empty();
  }

  /** Whether it is said who decides the issue; where nobody has said who decides what, it is. */
  boolean isClassified(PlaceId place, IssueId issue) {
    return of(place).map(scheme -> scheme.classified().containsKey(issue)).orElse(true);
  }

  SchemeView view(Adopted scheme) {
    var current = scheme.current();
    var read = words.read(current.classes().stream().map(SchemeRow::whyRef).toList());
    return new SchemeView(
        current.placeId(),
        current.version(),
        current.adoptedBy(),
        current.on(),
        current.classes().stream()
            .map(row ->
                new ClassView(row.issueClass(), row.name(), row.decides(), read.get(row.whyRef())))
            .toList());
  }

  /** These classifications of the scheme's, with one look into the vault for all of them. */
  List<ClassificationView> views(Adopted scheme, List<IssueClassified> classified) {
    var texts = issues.of(classified.stream().map(IssueClassified::issueId).toList());
    var read =
        words.read(
            classified.stream()
                .flatMap(issue -> scheme.rowOf(issue).stream())
                .map(SchemeRow::whyRef)
                .distinct()
                .toList());
    var views = new ArrayList<ClassificationView>();
    for (IssueClassified issue : classified) {
      @Nullable IssueView text = texts.get(issue.issueId());
      scheme
          .rowOf(issue)
          .ifPresent(row ->
              views.add(
                  new ClassificationView(
                      issue.placeId(),
                      issue.issueId(),
                      text == null ? null : text.question(),
                      row.issueClass(),
                      row.name(),
                      row.decides(),
                      read.get(row.whyRef()),
                      issue.schemeVersion(),
                      issue.schemeVersion() < scheme.current().version(),
                      issue.on())));
    }
    return views;
  }
}
