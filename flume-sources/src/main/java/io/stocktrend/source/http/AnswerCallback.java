package io.stocktrend.source.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** Reads the answer on OkHttp's thread, so that the waiting one stays free to be interrupted. */
final class AnswerCallback implements Callback {
  private final CompletableFuture<Answer> answer;
  private final long maxBodyBytes;

  AnswerCallback(CompletableFuture<Answer> answer, long maxBodyBytes) {
    this.answer = answer;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public void onFailure(Call call, IOException e) {
    answer.completeExceptionally(e);
  }

  // Any Throwable, because the waiting thread would otherwise wait for ever.
  @Override
  public void onResponse(Call call, Response response) {
    try (response) {
      byte[] body = read(response.body());
      answer.complete(new Answer(response.code(), response.headers().toMultimap(), body));
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }

  private byte[] read(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    if (source.request(maxBodyBytes + 1)) {
      throw new BodyTooLargeException(maxBodyBytes);
    }
    return source.readByteArray();
  }
}
