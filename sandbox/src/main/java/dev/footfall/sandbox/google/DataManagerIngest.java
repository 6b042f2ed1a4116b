package dev.footfall.sandbox.google;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Facts;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.platform.Books;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.platform.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The Data Manager's intake: one bad event refuses its whole request, duplicates show up later. */
final class DataManagerIngest {
  private static final String DOMAIN = "datamanager.googleapis.com";

  private final GoogleAccount account;
  private final Diagnostics diagnostics;
  private final Books books;
  private final Predicate<String> poisoned;

  DataManagerIngest(
      GoogleAccount account, Diagnostics diagnostics, Books books, Predicate<String> poisoned) {
    this.account = account;
    this.diagnostics = diagnostics;
    this.books = books;
    this.poisoned = poisoned;
  }

  Reply answer(Call call) {
    DataManagerChecker checker = new DataManagerChecker(call.now(), poisoned);
    Batch batch = DataManagerShapes.REQUEST.read(call.body(), checker);
    Optional<Fault> unread =
        batch.faults().stream().filter(f -> f.kind() == Fault.Kind.SHAPE).findFirst();
    if (unread.isPresent()) {
      books.refuse(batch, unread.get(), refusal(call, batch, unread.get()));
      return GoogleErrors.unparsed(unread.get());
    }
    List<Fault> faults = new ArrayList<>(batch.faults());
    if (batch.wholeFault().isEmpty()) {
      destinationFault(call, batch.root(), checker).ifPresent(fault -> faults.add(0, fault));
    }
    if (!faults.isEmpty()) {
      books.refuse(batch, faults.get(0), refusal(call, batch, faults.get(0)));
      return refused(faults.stream().map(DataManagerReason::violation).toList());
    }
    return take(call, batch, checker);
  }

  private Optional<Fault> destinationFault(Call call, Facts root, DataManagerChecker checker) {
    Optional<ConversionAction> action = account.action(root.text(DataManagerShapes.ACTION));
    boolean stores = action.filter(ConversionAction::isStoreSales).isPresent();
    String login = root.text(DataManagerShapes.LOGIN);
    boolean mayLogin =
        login.isEmpty()
            || login.equals(GoogleAccount.MANAGER)
            || login.equals(GoogleAccount.CUSTOMER);
    if (!root.text(DataManagerShapes.CUSTOMER).equals(GoogleAccount.CUSTOMER) || !mayLogin) {
      return fault("destinations[0]", DataManagerReason.INVALID_DESTINATION);
    } else if (action.isEmpty()) {
      return fault(
          "destinations[0].productDestinationId", DataManagerReason.INVALID_CONVERSION_ACTION_ID);
    } else if (call.injected("terms").isPresent()) {
      return fault(
          "destinations[0]",
          DataManagerReason.DESTINATION_ACCOUNT_ENHANCED_CONVERSIONS_TERMS_NOT_SIGNED);
    } else if (stores && checker.sawOutsideStores()) {
      return fault("destinations[0]", DataManagerReason.EVENT_SOURCE_AND_DESTINATION_MISMATCH);
    } else if (stores && checker.sawNoStore()) {
      return fault("events.eventLocation.storeId", DataManagerReason.REQUIRED_FIELD_MISSING);
    }
    return checker.sawUserData() && !root.has(DataManagerShapes.ENCODING)
        ? fault("encoding", DataManagerReason.REQUIRED_FIELD_MISSING)
        : Optional.empty();
  }

  private static Optional<Fault> fault(String path, DataManagerReason reason) {
    return Optional.of(
        new Fault(
            Fault.Kind.MEANING,
            Fault.WHOLE_REQUEST,
            path,
            "is not acceptable (" + reason + ")",
            reason.number()));
  }

  private Reply take(Call call, Batch batch, DataManagerChecker checker) {
    Optional<Reply> asked = GoogleFaults.violation(call, this::refused);
    if (asked.isPresent()) {
      Fault fault =
          new Fault(Fault.Kind.MEANING, Fault.WHOLE_REQUEST, "body", "was asked to fail", 0);
      books.refuse(batch, fault, refusal(call, batch, fault));
      return asked.get();
    }
    boolean validate = batch.root().number(DataManagerShapes.VALIDATE_ONLY) == 1;
    Delivery.Mode mode = validate ? Delivery.Mode.DISCARDED : Delivery.Mode.LIVE;
    String target =
        batch.root().text(DataManagerShapes.CUSTOMER)
            + "/"
            + batch.root().text(DataManagerShapes.ACTION);
    long known = books.keep(batch, new Delivery(target, mode, call.now())).size();
    String id = diagnostics.nextId();
    if (!validate) {
      diagnostics.note(id, target, call.now(), new long[] {batch.events(), known});
    }
    ObjectNode answer = Json.object("requestId", id);
    List<ObjectNode> warnings = warnings(call, checker);
    if (!warnings.isEmpty()) {
      answer.set("fieldWarnings", Json.object("w", warnings).path("w"));
    }
    return Reply.json(200, answer);
  }

  private static List<ObjectNode> warnings(Call call, DataManagerChecker checker) {
    List<ObjectNode> warnings = new ArrayList<>();
    for (int event : checker.cartsWithBraid()) {
      warnings.add(
          warning(
              "events[" + event + "].cart_data", "CART_DATA_NOT_SUPPORTED_WITH_GBRAID_OR_WBRAID"));
    }
    call.injected("warning")
        .ifPresent(
            asked ->
                warnings.add(
                    warning(
                        asked.text("field", "events[0].cart_data"),
                        asked.text("reason", "CART_DATA_ITEM_UNIT_PRICE_MISSING"))));
    return warnings;
  }

  private static ObjectNode warning(String field, String reason) {
    return Json.object(
        "field", field, "reason", "WARNING_REASON_" + reason, "description", "See the reason.");
  }

  private Reply refused(List<ObjectNode> violations) {
    String id = "t-" + diagnostics.nextId();
    ObjectNode info = GoogleErrors.info("INVALID_ARGUMENT", DOMAIN);
    info.set("metadata", Json.object("requestId", id));
    return GoogleErrors.error(
        400,
        "There was a problem with the request.",
        info,
        GoogleErrors.request(id),
        GoogleErrors.violations(violations));
  }

  private static Refusal refusal(Call call, Batch batch, Fault fault) {
    return new Refusal(call.now(), Injection.EVENTS, batch.events(), fault.sentence());
  }
}
