package dev.footfall.sandbox.google;

import static dev.footfall.sandbox.platform.InjectionKind.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Json;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.InjectionKind;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What can be asked to go wrong at Google, beside what goes wrong everywhere. */
final class GoogleFaults {
  static final List<InjectionKind> KINDS =
      List.of(
          kind(
              "partial",
              "Ads: fails the conversions at `indexes` with `code` (`group.CODE`) at `field`;"
                  + " `without_index` hides where",
              "indexes",
              "code",
              "field",
              "without_index"),
          kind(
              "not_allowlisted",
              "Ads: every conversion fails, the feature is for allow-listed customers"),
          kind(
              "terms",
              "the customer data terms are not accepted: uploads are refused, `on` search says so"),
          kind(
              "violation",
              "Data Manager: refuses with one violation: `field`, `reason`, `description`",
              "field",
              "reason",
              "description"),
          kind(
              "warning",
              "Data Manager: accepts with a warning: `field`, `reason`",
              "field",
              "reason"),
          kind(
              "request_status",
              "`on` diagnostics: answers `status`, and `reason` for `records` of them",
              "status",
              "reason",
              "records"),
          kind("no_action", "`on` search: finds nothing"),
          kind("invalid_grant", "`on` oauth: refuses whatever token or code is brought"),
          kind(
              "error",
              "answers `status` (400) with `code` (Ads: `group.CODE`, Data Manager: a reason) and"
                  + " `message`",
              "status",
              "code",
              "message"));

  private GoogleFaults() {}

  /** The batch of an upload without what was asked to fail. */
  static Batch struck(Call call, Batch batch) {
    List<?> failing =
        call.injected("partial").<List<?>>map(i -> i.list("indexes")).orElse(List.of());
    boolean terms = call.injected("terms").isPresent();
    boolean closed = call.injected("not_allowlisted").isPresent();
    return batch.sift(
        one -> {
          if (terms) {
            return fault(one, AdsError.CUSTOMER_NOT_ACCEPTED_CUSTOMER_DATA_TERMS);
          } else if (closed) {
            return fault(one, AdsError.CUSTOMER_NOT_ALLOWLISTED_FOR_THIS_FEATURE);
          }
          return failing.contains(one.index())
              ? fault(one, AdsError.CLICK_NOT_FOUND)
              : Optional.empty();
        });
  }

  private static Optional<Fault> fault(Passed one, AdsError error) {
    String path = "conversions[" + one.index() + "]";
    return Optional.of(
        new Fault(Fault.Kind.MEANING, one.index(), path, "was asked to fail", error.number()));
  }

  static Optional<Reply> violation(Call call, Function<List<ObjectNode>, Reply> refused) {
    return call.injected("violation")
        .map(
            asked ->
                refused.apply(
                    List.of(
                        Json.object(
                            "field", asked.text("field", ""),
                            "description", asked.text("description", "Was asked to fail."),
                            "reason", asked.text("reason", "INVALID_EVENT")))));
  }
}
