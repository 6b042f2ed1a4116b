package dev.footfall.sandbox.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass over one body: where it stands, what it kept, what it found. Reports at most one fault
 * an event.
 */
public final class Walk {
  private final byte[] body;
  private final JsonParser json;
  private final BatchShape shape;
  private final EventJudge judge;
  private final Facts rootFacts;
  private final Facts eventFacts;
  private final Trail trail = new Trail();
  private final List<Fault> faults = new ArrayList<>();
  private final List<Passed> passed = new ArrayList<>();
  private int event = Fault.WHOLE_REQUEST;
  private int events;
  private boolean faulted;

  Walk(byte[] body, JsonParser json, BatchShape shape, EventJudge judge) {
    this.body = body;
    this.json = json;
    this.shape = shape;
    this.judge = judge;
    this.rootFacts = new Facts(shape.rootSlots());
    this.eventFacts = new Facts(shape.eventSlots());
  }

  JsonParser json() {
    return json;
  }

  Facts facts() {
    return event == Fault.WHOLE_REQUEST ? rootFacts : eventFacts;
  }

  void enter(String name) {
    trail.enter(name);
  }

  void enter(int index) {
    trail.enter(index);
  }

  void leave() {
    trail.leave();
  }

  /** Reports a fault at the place where the walk stands. */
  void fault(String reason) {
    report(Fault.Kind.VALUE, trail.path(shape.style()), reason, 0);
  }

  /** Reports a value of the wrong type or in the wrong place, and passes over it. */
  void wrong(String reason) throws IOException {
    report(Fault.Kind.SHAPE, trail.path(shape.style()), reason, 0);
    json.skipChildren();
  }

  void personal() {
    report(
        Fault.Kind.PERSONAL_DATA,
        trail.path(shape.style()),
        "holds a plain e-mail address or telephone number",
        0);
  }

  /** Reads one event; {@code index} is its place in its own array, a body may hold several. */
  void event(int index, ObjectShape eventShape) throws IOException {
    trail.enter(index);
    read(index, eventShape);
    trail.leave();
  }

  /** Reads the event of a body that holds no array of them. */
  void onlyEvent(ObjectShape eventShape) throws IOException {
    read(0, eventShape);
  }

  private void read(int index, ObjectShape eventShape) throws IOException {
    event = events++;
    faulted = false;
    eventFacts.clear();
    int from = (int) json.currentTokenLocation().getByteOffset();
    eventShape.read(this, Shape.NO_SLOT);
    int to = (int) json.currentLocation().getByteOffset();
    if (!faulted) {
      judge.judge(eventFacts).ifPresent(this::found);
    }
    if (!faulted) {
      long key = judge.key(eventFacts, new Slice(body, from, to));
      passed.add(new Passed(event, index, from, to, key, judge.otherKey(eventFacts)));
    }
    event = Fault.WHOLE_REQUEST;
    faulted = false;
  }

  Batch result(Optional<Fault> malformed) {
    malformed.ifPresent(fault -> faults.add(0, fault));
    return new Batch(body, events, passed, faults, rootFacts);
  }

  private void found(Finding finding) {
    StringBuilder path = new StringBuilder(trail.path(shape.style()));
    if (!finding.at().isEmpty()) {
      shape.style().append(path, finding.at());
    }
    report(Fault.Kind.MEANING, path.toString(), finding.reason(), finding.code());
  }

  private void report(Fault.Kind kind, String path, String reason, int code) {
    if (!faulted) {
      faults.add(new Fault(kind, event, path, reason, code));
      faulted = event != Fault.WHOLE_REQUEST;
    }
  }
}
