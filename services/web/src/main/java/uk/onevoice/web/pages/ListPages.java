package uk.onevoice.web.pages;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.Answered;
import uk.onevoice.web.api.Api;
import uk.onevoice.web.api.Lists;
import uk.onevoice.web.api.Lists.Entry;
import uk.onevoice.web.api.Names;
import uk.onevoice.web.api.Segment;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;
import uk.onevoice.web.ui.Link;
import uk.onevoice.web.ui.Words;

/** The pages that topics and forums have alike. */
@RequestScoped
class ListPages {
  private final Reader reader;
  private final Api api;
  private final Names names;
  private final ListViews lists;
  private final Writing writing;

  ListPages(Reader reader, Api api, Names names, ListViews lists, Writing writing) {
    this.reader = reader;
    this.api = api;
    this.names = names;
    this.lists = lists;
    this.writing = writing;
  }

  record Listing(Frame frame, ListView view, @Nullable Link add, @Nullable Link other)
      implements TemplateInstance {}

  /** One of the selects of a form: which number it has, and what is chosen. */
  record Select(String name, String label, List<Choice> items, @Nullable String value) {}

  record NewEntry(
      Frame frame,
      boolean refused,
      String heading,
      String action,
      boolean forum,
      List<Choice> levels,
      List<Select> selects,
      Form form)
      implements TemplateInstance {}

  /** A fact about an entry. */
  record Fact(String name, String value) {}

  record EntryPage(
      Frame frame,
      boolean refused,
      String path,
      String one,
      String heading,
      String sentence,
      List<Fact> facts,
      List<ListView.Happening> history,
      boolean mayChange,
      boolean mayUndo,
      boolean forum,
      String ending,
      String undoing,
      List<Choice> others,
      List<Choice> levels,
      List<Select> selects,
      @Nullable String level,
      @Nullable String owner,
      @Nullable String remit,
      Form form)
      implements TemplateInstance {}

  TemplateInstance list(ListKind kind, String icsId) {
    reader.me();
    String ics = lists.ics(icsId);
    boolean forums = kind == ListKind.FORUMS;
    ListView view =
        ListView.of(
            kind,
            ics,
            lists.all(kind, icsId),
            forums ? lists.places(icsId) : Map.of(),
            forums ? ListViews.labels(lists.all(ListKind.TOPICS, icsId)) : Map.of());
    return new Listing(
        reader
            .frame(view.heading(), Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link("Integrated care systems", "/ics"), new Link(ics, "/ics/" + icsId)),
        view,
        mayKeep() ? new Link("Add a " + kind.one, kind.newIn(icsId)) : null,
        forums || !reader.has(Roles.LEADERS)
            ? null
            : new Link("Topics that two places decided differently", "/topics/different/" + icsId));
  }

  private boolean mayKeep() {
    return reader.has(Roles.ASK_FOR_MANDATES) || reader.has("REGISTRY_KEEPER");
  }

  TemplateInstance addPage(ListKind kind, String icsId, Form form) {
    reader.me();
    String ics = lists.ics(icsId);
    String heading = "Add a " + kind.one + " for " + ics;
    return new NewEntry(
        reader
            .frame(heading, Menu.STRUCTURE)
            .withBreadcrumbs(
                new Link(ics, "/ics/" + icsId), new Link(kind.title, kind.listOf(icsId))),
        form.refused(),
        heading,
        kind.newIn(icsId) + "/added",
        kind == ListKind.FORUMS,
        levels(),
        kind == ListKind.FORUMS ? selects(icsId, List.of(), List.of(), form) : List.of(),
        form);
  }

  private static List<Choice> levels() {
    List<Choice> levels = new ArrayList<>();
    levels.add(new Choice("", "Choose"));
    levels.addAll(ListVocabulary.LEVELS);
    return levels;
  }

  /** One select more than there are places and topics already, so that each can be kept. */
  private List<Select> selects(
      String icsId, List<String> placeIds, List<String> topicIds, Form form) {
    List<Select> selects = new ArrayList<>();
    Map<String, String> places = lists.places(icsId);
    for (int i = 0; i <= placeIds.size(); i++) {
      String name = "place" + (i + 1);
      selects.add(
          new Select(
              name,
              i == 0 ? "For which place?" : "For which other place?",
              ListViews.choices(i == 0 ? "The whole ICS" : "None", places),
              form.value(name, i < placeIds.size() ? placeIds.get(i) : "")));
    }
    Map<String, String> topics = ListViews.labels(lists.inUse(ListKind.TOPICS, icsId));
    for (int i = 0; i <= topicIds.size() + 1; i++) {
      @Nullable String chosen = i < topicIds.size() ? topicIds.get(i) : null;
      Map<String, String> choices = new LinkedHashMap<>(topics);
      if (chosen != null) {
        choices.putIfAbsent(chosen, "A topic that is no longer used");
      }
      String name = "topic" + (i + 1);
      selects.add(
          new Select(
              name,
              i == 0 ? "What does it decide on?" : "What else does it decide on?",
              ListViews.choices("None", choices),
              form.value(name, chosen == null ? "" : chosen)));
    }
    return selects;
  }

  Response add(ListKind kind, String icsId, MultivaluedMap<String, String> fields) {
    reader.me();
    Form form = Form.sent(fields);
    form.required("label", "Write what it is called");
    Optional<LocalDate> start = form.requiredDay("start", "Write the first day");
    if (kind == ListKind.FORUMS) {
      form.required("level", "Choose where it sits");
    }
    @Nullable Object body =
        start.isEmpty()
            ? null
            : kind == ListKind.TOPICS
                ? new Lists.NewTopic(icsId, form.value("label"), start.get())
                : new Lists.NewForum(
                    icsId,
                    form.value("label"),
                    start.get(),
                    form.value("level"),
                    filled(form, "owner"),
                    chosen(form, "place"),
                    chosen(form, "topic"),
                    filled(form, "remit"));
    Optional<String> made =
        writing
            .send(
                kind.api(),
                body,
                form,
                Map.of(
                    "label", "label",
                    "start", "start",
                    "level", "level",
                    "ownerId", "owner",
                    "remit", "remit",
                    "placeIds", "place1",
                    "topicIds", "topic1"))
            .flatMap(reached -> reached.id(kind.idField));
    return made.isPresent()
        ? Html.goTo(Notice.LISTED.at(kind.page(made.get())))
        : Html.page(form.status(), addPage(kind, icsId, form));
  }

  private static @Nullable String filled(Form form, String name) {
    return form.value(name).isEmpty() ? null : form.value(name);
  }

  private static List<String> chosen(Form form, String name) {
    return Stream.iterate(1, number -> number + 1)
        .limit(50)
        .map(number -> form.value(name + number))
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  Response page(ListKind kind, int status, UUID id, Form form) {
    reader.me();
    Answered<Entry> answered = api.getVersioned(kind.api() + "/" + id, Entry.class);
    Entry entry = answered.body();
    String ics = lists.ics(entry.icsId());
    List<Entry> all = lists.all(kind, entry.icsId());
    List<Entry> named = new ArrayList<>(all);
    if (all.stream().noneMatch(other -> other.id().equals(entry.resolvesTo()))) {
      // It went on in the list of an ICB that followed.
      named.add(api.get(kind.api() + "/" + Segment.of(entry.resolvesTo()), Entry.class));
    }
    Map<String, String> labels = ListViews.labels(named);
    Map<String, String> others = new LinkedHashMap<>();
    all.stream()
        .filter(Entry::inUse)
        .filter(other -> !other.id().equals(entry.id()))
        .forEach(other -> others.put(other.id(), other.label()));
    boolean mayKeep = mayKeep();
    LocalDate today = AsOf.today();
    for (String day : List.of("from", "mergeOn", "splitOn", "endOn")) {
      if (!form.refused()) {
        form.withDay(day, today);
      }
    }
    return Html.page(
        status,
        new EntryPage(
            reader
                .frame(entry.label(), Menu.STRUCTURE)
                .withBreadcrumbs(
                    new Link(ics, "/ics/" + entry.icsId()),
                    new Link(kind.title, kind.listOf(entry.icsId()))),
            form.refused(),
            kind.page(entry.id()),
            kind.one,
            entry.label(),
            sentence(kind, entry, ics, named),
            facts(kind, entry),
            (entry.history() == null ? List.<Lists.Step>of() : entry.history())
                .stream().map(step -> ListView.Happening.of(step, labels, names::of)).toList(),
            mayKeep && entry.inUse(),
            mayKeep && !entry.inUse(),
            kind == ListKind.FORUMS,
            kind.ending,
            kind.undoing,
            ListViews.choices("Choose", others),
            levels(),
            kind == ListKind.FORUMS && mayKeep && entry.inUse()
                ? selects(entry.icsId(), given(entry.placeIds()), given(entry.topicIds()), form)
                : List.of(),
            form.value("level", entry.level()),
            form.value("owner", entry.ownerId()),
            form.value("remit", entry.remit()),
            form.withEtag(answered.etag())));
  }

  private static List<String> given(@Nullable List<String> ids) {
    return ids == null ? List.of() : ids;
  }

  static String sentence(ListKind kind, Entry entry, String ics, List<Entry> all) {
    return entry.inUse()
        ? Words.sentence("a " + kind.one + " of ")
            + ics
            + ", used since "
            + Words.day(entry.start())
            + "."
        : ListView.fate(entry, all).replaceAll("\\.$", "")
            + (entry.end() == null
                ? "."
                : ". Last day: " + Words.day(entry.end().minusDays(1)) + ".");
  }

  private List<Fact> facts(ListKind kind, Entry entry) {
    List<Fact> facts = new ArrayList<>();
    if (kind == ListKind.FORUMS) {
      facts.add(new Fact("Level", ListView.level(entry)));
      facts.add(new Fact("For", ListView.places(entry, lists.places(entry.icsId()))));
      facts.add(
          new Fact(
              "Decides on",
              ListView.topics(entry, ListViews.labels(lists.all(ListKind.TOPICS, entry.icsId())))));
      if (entry.remit() != null) {
        facts.add(new Fact("What it decides", entry.remit()));
      }
      facts.add(
          new Fact(
              "Convened by", entry.ownerId() == null ? "Not said" : names.of(entry.ownerId())));
    }
    List<Lists.Name> called = entry.names() == null ? List.of() : entry.names();
    if (called.size() > 1) {
      facts.add(
          new Fact(
              "Called before",
              Words.list(
                  called.subList(0, called.size() - 1).stream()
                      .map(name -> name.label() + " (from " + Words.day(name.from()) + ")")
                      .toList())));
    }
    return facts;
  }

  Response rename(ListKind kind, UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    form.required("label", "Write what it is called");
    return send(
        kind,
        id,
        "names",
        form.requiredDay("from", "Write the first day of this name")
            .map(from -> new Lists.NewLabel(form.value("label"), from))
            .orElse(null),
        form,
        Map.of("label", "label", "from", "from"));
  }

  Response merge(ListKind kind, UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    form.required("into", "Choose in which one it goes on");
    return send(
        kind,
        id,
        "merging",
        form.requiredDay("mergeOn", "Write the first day on which it is no longer used")
            .map(on -> new Lists.Merger(form.value("into"), on))
            .orElse(null),
        form,
        Map.of("into", "into", "on", "mergeOn"));
  }

  Response split(ListKind kind, UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    form.required("part1", "Write what the first one is called");
    form.required("part2", "Write what the second one is called");
    return send(
        kind,
        id,
        "splitting",
        form.requiredDay("splitOn", "Write the first day on which it is no longer used")
            .map(on ->
                new Lists.Splitting(
                    Stream.of("part1", "part2", "part3")
                        .map(form::value)
                        .filter(part -> !part.isEmpty())
                        .toList(),
                    on))
            .orElse(null),
        form,
        Map.of("into", "part1", "on", "splitOn"));
  }

  Response end(ListKind kind, UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    return send(
        kind,
        id,
        kind.ending,
        form.requiredDay("endOn", "Write the first day on which it is no longer used")
            .map(Lists.Retirement::new)
            .orElse(null),
        form,
        Map.of("on", "endOn"));
  }

  Response undo(ListKind kind, UUID id, MultivaluedMap<String, String> fields) {
    return send(kind, id, kind.undoing, Map.of(), Form.sent(fields), Map.of());
  }

  Response revise(UUID id, MultivaluedMap<String, String> fields) {
    Form form = Form.sent(fields);
    form.required("level", "Choose where it sits");
    return send(
        ListKind.FORUMS,
        id,
        "revision",
        new Lists.ForumRevision(
            form.value("level"),
            filled(form, "owner"),
            chosen(form, "place"),
            chosen(form, "topic"),
            filled(form, "remit")),
        form,
        Map.of(
            "level", "level",
            "ownerId", "owner",
            "remit", "remit",
            "placeIds", "place1",
            "topicIds", "topic1"));
  }

  private Response send(
      ListKind kind,
      UUID id,
      String command,
      @Nullable Object body,
      Form form,
      Map<String, String> fields) {
    reader.me();
    return writing.send(kind.api() + "/" + id + "/" + command, body, form, fields).isPresent()
        ? Html.goTo(Notice.LIST.at(kind.page(id.toString())))
        : page(kind, form.status(), id, form);
  }
}
