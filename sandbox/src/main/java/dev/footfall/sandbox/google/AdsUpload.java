package dev.footfall.sandbox.google;

import dev.footfall.sandbox.json.Batch;
import dev.footfall.sandbox.json.Fault;
import dev.footfall.sandbox.json.Passed;
import dev.footfall.sandbox.platform.Books;
import dev.footfall.sandbox.platform.Books.Delivery;
import dev.footfall.sandbox.platform.Call;
import dev.footfall.sandbox.platform.Injection;
import dev.footfall.sandbox.platform.Refusal;
import dev.footfall.sandbox.platform.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Uploads of conversions: the good are kept, the bad named in a partial failure. */
final class AdsUpload {
  private final GoogleAccount account;
  private final AdsAnswers answers;
  private final Books books;
  private final Predicate<String> poisoned;

  AdsUpload(GoogleAccount account, AdsAnswers answers, Books books, Predicate<String> poisoned) {
    this.account = account;
    this.answers = answers;
    this.books = books;
    this.poisoned = poisoned;
  }

  Reply answer(Call call, String version, String customer) {
    AdsChecker checker = new AdsChecker(call.now(), customer, account, poisoned);
    Batch read = AdsShapes.REQUEST.read(call.body(), checker);
    Optional<Fault> refusing = read.faults().stream().filter(AdsError::refusesAll).findFirst();
    if (read.events() > AdsShapes.MOST) {
      String code = "conversionUploadError.TOO_MANY_CONVERSIONS_IN_REQUEST";
      return refuse(call, read, code, answers.refused(400, version, code, "Too many."));
    } else if (refusing.isPresent()) {
      Fault fault = refusing.get();
      books.refuse(read, fault, refusal(call, read.events(), fault.sentence()));
      return GoogleErrors.unparsed(fault);
    } else if (read.root().number(AdsShapes.PARTIAL_FAILURE) == 0) {
      String code = "partialFailureError.PARTIAL_FAILURE_MODE_REQUIRED";
      return refuse(call, read, code, answers.refused(400, version, code, "Must be true."));
    }
    return take(call, version, customer, checker, read);
  }

  private Reply take(Call call, String version, String customer, AdsChecker checker, Batch read) {
    Optional<Injection> partial = call.injected("partial");
    Batch batch = checker.withoutTwins(GoogleFaults.struck(call, read));
    boolean validate = batch.root().number(AdsShapes.VALIDATE_ONLY) == 1;
    Delivery.Mode mode = validate ? Delivery.Mode.DISCARDED : Delivery.Mode.LIVE;
    List<Passed> dropped =
        books.keep(batch, new Delivery(customer + "/" + checker.action(), mode, call.now()));
    batch.faults().forEach(fault -> books.refuseOne(fault, refusal(call, 1, fault.sentence())));
    AdsOutcome outcome = new AdsOutcome(version, answers.request(), batch).known(dropped, checker);
    partial.ifPresent(outcome::asked);
    return outcome.reply(validate, partial);
  }

  private Reply refuse(Call call, Batch batch, String why, Reply reply) {
    Fault fault = new Fault(Fault.Kind.MEANING, Fault.WHOLE_REQUEST, "body", why, 0);
    books.refuse(batch, fault, refusal(call, batch.events(), why));
    return reply;
  }

  private static Refusal refusal(Call call, int events, String why) {
    return new Refusal(call.now(), Injection.EVENTS, events, why);
  }
}
