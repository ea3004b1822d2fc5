package io.stocktrend.interceptor.sentiment;

/**
 * A stretch of a text: a term of the lexicon with its words, or one token that is none.
 *
 * @param term null for a plain token
 * @param token the first token
 */
record Item(Term term, Token token, String words) {
  boolean is(Term.Kind kind) {
    return term != null && term.kind() == kind;
  }

  boolean isDirection() {
    return term != null && term.isDirection();
  }

  /** Whether a direction can be about it: a noun, or news that can grow or ease. */
  boolean isSubject() {
    return subjectSide() != 0;
  }

  /** 1 if more of it is good, -1 if more of it is bad, 0 if it is no subject. */
  int subjectSide() {
    if (term == null) {
      return token.type() == Token.Type.TICKER ? 1 : 0;
    }
    return is(Term.Kind.GOOD) ? 1 : is(Term.Kind.BAD) ? -1 : 0;
  }
}
