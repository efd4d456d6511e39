package uk.onevoice.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.web.api.MeetingRecords.ActionOfItem;
import uk.onevoice.web.api.MeetingRecords.OfItem;
import uk.onevoice.web.api.MeetingRecords.WhoWasThere;
import uk.onevoice.web.api.MeetingRecords.Whole;
import uk.onevoice.web.api.Meetings.Attendance;
import uk.onevoice.web.api.Meetings.Item;
import uk.onevoice.web.ui.Choice;
import uk.onevoice.web.ui.Form;

/**
 * A whole meeting from one form. Only what the writer changed is sent: the form carries what was
 * stored when it was made, so that what others recorded meanwhile is not overwritten by a form that
 * was sent late.
 *
 * @param fields which field of the form each field of the record was filled from
 */
record MeetingCapture(Whole record, Map<String, String> fields) {
  /**
   * How far we got. A position is put for, against, with a condition or as neither: one tap says
   * both, since a position without its direction says nothing.
   */
  static final List<Choice> REACHES =
      List.of(
          new Choice("NOT_THERE", "Not there"),
          new Choice("PRESENT", "Present"),
          new Choice("SPOKE", "Spoke"),
          new Choice("FOR", "Put our position: for"),
          new Choice("AGAINST", "Put our position: against"),
          new Choice("CONDITIONAL", "Put our position: with a condition"),
          new Choice("NEUTRAL", "Put our position: neither"));

  static final List<Choice> RESULTS =
      List.of(
          new Choice("CHANGED", "Changed"),
          new Choice("PARTLY", "Partly"),
          new Choice("ALREADY_ALIGNED", "Already agreed"),
          new Choice("NONE", "No change"),
          new Choice("ADVERSE", "Against us"),
          new Choice("DEFERRED", "Put off"),
          new Choice("NOT_RELEVANT", "Not for us"));

  static final List<Choice> DECIDED =
      List.of(
          new Choice("AGREED", "Agreed, no vote"),
          new Choice("VOTED", "Voted"),
          new Choice("DEFERRED", "Put off"),
          new Choice("NOTED", "Only noted"),
          new Choice("NOT_DECIDED", "Not decided"));

  static final List<Choice> OWN_KINDS =
      List.of(
          new Choice("PRESENT", "In the room"),
          new Choice("VIRTUAL", "By video"),
          new Choice("IN_ATTENDANCE", "In attendance only"));

  private static final List<String> STANCES = List.of("FOR", "AGAINST", "CONDITIONAL", "NEUTRAL");
  private static final int ACTIONS = 3;
  private static final String NOTHING = "-";

  /** What is stored of an item, as its questions have it; empty where nothing is. */
  record Stored(String reach, String result, String decided, String without, String mark) {
    static Stored of(Item item) {
      String reach =
          item.position() != null ? item.position() : item.reach() == null ? "" : item.reach();
      String result =
          item.influence() != null
              ? item.influence().influence()
              : "DEFERRED".equals(item.outcome()) ? "DEFERRED" : "";
      return new Stored(
          reach,
          result,
          item.outcome() == null ? "" : item.outcome(),
          item.sameWithoutUs() == null ? "" : item.sameWithoutUs(),
          item.mark() == null ? "" : item.mark());
    }

    /** For a hidden field: the item and what was stored of it, so that the form knows both. */
    String token(String itemId) {
      return String.join(
          " ", itemId, said(reach), said(result), said(decided), said(without), said(mark));
    }

    static Stored read(String[] token) {
      return new Stored(
          unsaid(token[1]), unsaid(token[2]), unsaid(token[3]), unsaid(token[4]), unsaid(token[5]));
    }

    private static String said(String value) {
      return value.isEmpty() ? NOTHING : value;
    }

    private static String unsaid(String value) {
      return value.equals(NOTHING) ? "" : value;
    }
  }

  static String ownToken(@Nullable Attendance own) {
    return own == null
        ? NOTHING
        : String.join(
            " ", own.kind(), own.capacity(), own.mandateId() == null ? NOTHING : own.mandateId());
  }

  /**
   * @param readerId who was there
   * @param amends whether the record is closed, so that a reason is needed
   */
  static MeetingCapture of(Form form, String readerId, boolean amends) {
    Map<String, String> fields = new HashMap<>();
    @Nullable String reason = amends ? form.text("reason", "Write why the record changes") : null;
    @Nullable List<WhoWasThere> attendances = own(form, readerId, fields);
    Map<String, List<ActionOfItem>> actions = actions(form);
    List<OfItem> items = new ArrayList<>();
    stored(form)
        .forEach((id, was) -> {
          @Nullable OfItem row = row(form, id, was, actions.get(id));
          if (row != null) {
            name(fields, items.size(), id, row.actions());
            items.add(row);
          }
        });
    fields.put("reason", "reason");
    if (attendances == null && items.isEmpty() && !form.refused()) {
      form.refuse("record", "Tap what happened on at least one item, or that you were there");
    }
    return new MeetingCapture(
        new Whole(form.value("recordId"), reason, attendances, items.isEmpty() ? null : items),
        fields);
  }

  /** What was stored of each item when the form was made. */
  static Map<String, Stored> stored(Form form) {
    Map<String, Stored> stored = new LinkedHashMap<>();
    for (String hidden : form.all("item")) {
      String[] token = hidden.split(" ", -1);
      if (token.length == 6) {
        stored.put(token[0], Stored.read(token));
      }
    }
    return stored;
  }

  private static @Nullable List<WhoWasThere> own(
      Form form, String readerId, Map<String, String> fields) {
    String kind = form.value("kind");
    String mandate = form.value("mandate");
    String now =
        String.join(" ", kind, form.value("capacity"), mandate.isEmpty() ? NOTHING : mandate);
    if (kind.isEmpty() || now.equals(form.value("wasOwn"))) {
      return null;
    }
    fields.put("attendances/0/kind", "kind");
    fields.put("attendances/0/personId", "kind");
    fields.put("attendances/0/capacity", "capacity");
    fields.put("attendances/0/mandateId", "mandate");
    return List.of(
        new WhoWasThere(
            readerId,
            form.text("capacity", "Choose as what you were there"),
            kind,
            form.optional("mandate"),
            null));
  }

  private static @Nullable OfItem row(
      Form form, String id, Stored was, @Nullable List<ActionOfItem> actions) {
    @Nullable String reach = changed(form.value("h-" + id), was.reach());
    boolean position = reach != null && STANCES.contains(reach);
    @Nullable String result = changed(form.value("o-" + id), was.result());
    @Nullable String decided = changed(form.value("x-" + id + "-k"), was.decided());
    @Nullable String evidence = form.optional("x-" + id + "-e");
    @Nullable String influence = "DEFERRED".equals(result) ? null : result;
    if (evidence != null && influence == null) {
      String kept = form.value("o-" + id, was.result());
      influence = kept == null || kept.isEmpty() || kept.equals("DEFERRED") ? null : kept;
      if (influence == null) {
        form.refuse("o-" + id, "Choose what came out, since you wrote what shows it");
      }
    }
    if ("DEFERRED".equals(result) && decided != null && !decided.equals("DEFERRED")) {
      form.refuse("x-" + id + "-k", "It was put off, or decided: choose one of the two");
    }
    @Nullable String outcome =
        decided != null ? decided : outcome(result, form.value("x-" + id + "-k"), was);
    @Nullable String without = changed(form.value("x-" + id + "-c"), was.without());
    @Nullable String mark = changed(form.value("x-" + id + "-m"), was.mark());
    boolean agreed = form.value("x-" + id + "-g").equals("true");
    @Nullable List<String> helpedBy = helpedBy(form, id);
    boolean nothing =
        reach == null
            && outcome == null
            && influence == null
            && without == null
            && mark == null
            && !agreed
            && helpedBy == null
            && actions == null;
    return nothing
        ? null
        : new OfItem(
            id,
            position ? null : reach,
            position ? reach : null,
            mark,
            outcome,
            agreed ? Boolean.TRUE : null,
            null,
            influence,
            evidence,
            without,
            helpedBy,
            actions);
  }

  /**
   * How it was decided, where only what came out was tapped. The form says this rule: put off is
   * put off, what was not for us is noted, and all else was agreed without a vote.
   */
  private static @Nullable String outcome(@Nullable String result, String decided, Stored was) {
    if (result == null) {
      return null;
    }
    if (result.equals("DEFERRED")) {
      return "DEFERRED";
    }
    boolean known = !decided.isEmpty() || !was.decided().isEmpty();
    return known && !"DEFERRED".equals(was.decided())
        ? null
        : result.equals("NOT_RELEVANT") ? "NOTED" : "AGREED";
  }

  /** All who are ticked, where that is not what was stored when the form was made. */
  private static @Nullable List<String> helpedBy(Form form, String id) {
    List<String> ticked = form.all("x-" + id + "-w");
    return Set.copyOf(ticked).equals(Set.of(form.value("w-" + id).split(" ")))
            || (ticked.isEmpty() && form.value("w-" + id).isEmpty())
        ? null
        : ticked;
  }

  private static @Nullable String changed(String now, String was) {
    return now.isEmpty() || now.equals(was) ? null : now;
  }

  private static Map<String, List<ActionOfItem>> actions(Form form) {
    Map<String, List<ActionOfItem>> actions = new LinkedHashMap<>();
    for (int i = 1; i <= ACTIONS; i++) {
      String what = "aWhat-" + i;
      String item = "aItem-" + i;
      String owner = "aOwner-" + i;
      boolean none =
          form.value(what).isEmpty() && form.value(item).isEmpty() && form.value(owner).isEmpty();
      if (!none) {
        ActionOfItem action =
            new ActionOfItem(
                form.text(owner, "Choose the organisation that does it"),
                form.text(what, "Write what is to be done"),
                form.aDay("aDue-" + i, "Write by which day"));
        actions
            .computeIfAbsent(
                form.text(item, "Choose the item it came from"), _ -> new ArrayList<>())
            .add(action);
      }
    }
    return actions;
  }

  private static void name(
      Map<String, String> fields, int row, String id, @Nullable List<ActionOfItem> actions) {
    String at = "items/" + row + "/";
    fields.put(at + "itemId", "h-" + id);
    fields.put(at + "reach", "h-" + id);
    fields.put(at + "position", "h-" + id);
    fields.put(at + "outcome", "o-" + id);
    fields.put(at + "influence", "o-" + id);
    fields.put(at + "evidence", "x-" + id + "-e");
    fields.put(at + "sameWithoutUs", "x-" + id + "-c");
    fields.put(at + "helpedBy", "x-" + id + "-w");
    fields.put(at + "mark", "x-" + id + "-m");
    fields.put(at + "agreedForGeneralPractice", "x-" + id + "-g");
    for (int i = 0; actions != null && i < actions.size(); i++) {
      // Which row of the form it was is not worth keeping: an item rarely has two.
      fields.put(at + "actions/" + i + "/ownerId", "aOwner-" + (i + 1));
      fields.put(at + "actions/" + i + "/what", "aWhat-" + (i + 1));
      fields.put(at + "actions/" + i + "/due", "aDue-" + (i + 1));
    }
  }
}
