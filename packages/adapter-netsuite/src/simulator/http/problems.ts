import { Refusal, type ProblemDetail } from './refusal.js';

const PREFIX = { en: 'Error while accessing a resource.', de: 'Fehler beim Zugriff auf eine Ressource.' };

/** What the business itself refuses: 400 `USER_ERROR`, free text, no path. */
export function userError(en: string, de: string): Refusal {
  const text = { en: `${PREFIX.en} ${en}`, de: `${PREFIX.de} ${de}` };
  return new Refusal(400, [{ code: 'USER_ERROR', text }]);
}

/** A request that is not what the service takes: 400, or the status given. */
export function invalidRequest(en: string, de: string, status = 400): Refusal {
  return new Refusal(status, [{ code: 'INVALID_REQUEST', text: { en, de } }]);
}

export function invalidParameter(en: string, de: string): Refusal {
  return new Refusal(400, [{ code: 'INVALID_PARAMETER', text: { en, de } }]);
}

/** A value that the field cannot hold. */
export function invalidValue(value: string, field: string, path: string): ProblemDetail {
  return {
    code: 'INVALID_CONTENT',
    path,
    text: {
      en: `${PREFIX.en} You have entered an Invalid Field Value ${value} for the following field: ${field}.`,
      de: `${PREFIX.de} Sie haben einen ungültigen Feldwert ${value} für das folgende Feld eingegeben: ${field}.`,
    },
  };
}

/** A value of another kind than the field's: a text for a number, say. */
export function invalidContent(en: string, de: string, path: string): ProblemDetail {
  return { code: 'INVALID_CONTENT', path, text: { en, de } };
}

export function unknownProperty(name: string, path: string): ProblemDetail {
  return invalidContent(
    `Unknown reference or field ${name}.`,
    `Unbekannte Referenz oder unbekanntes Feld ${name}.`,
    path,
  );
}

/** A property that the catalog shows and the account's preferences do not let anybody set. Source: messages quoted in public forums. */
export function notSettable(element: string): Refusal {
  return userError(
    `You do not have permissions to set a value for element ${element} due to one of the following reasons: 1) The field is read-only; 2) An associated feature is disabled; 3) The field is available either when a record is created or updated, but not in both cases.`,
    `Sie haben keine Berechtigung, einen Wert für das Element ${element} festzulegen.`,
  );
}

export function missingValue(label: string): Refusal {
  return userError(`Please enter value(s) for: ${label}`, `Bitte geben Sie Werte ein für: ${label}`);
}

export function alreadyExists(kind: 'record' | 'entity'): Refusal {
  return userError(
    `This ${kind} already exists.`,
    kind === 'record' ? 'Dieser Datensatz ist bereits vorhanden.' : 'Diese Entität ist bereits vorhanden.',
  );
}

export function notOpenTo(thing: string, kind: string, subsidiary: string): Refusal {
  return userError(
    `The ${thing} ${kind} cannot be used with the ${subsidiary} subsidiary.`,
    `${thing} kann nicht mit der Niederlassung ${subsidiary} verwendet werden.`,
  );
}

export function nonexistent(): Refusal {
  const text = {
    en: 'The record instance does not exist. Provide a valid record instance ID.',
    de: 'Die Datensatzinstanz ist nicht vorhanden. Geben Sie eine gültige ID an.',
  };
  return new Refusal(404, [{ code: 'NONEXISTENT_ID', text }]);
}

export function invalidLogin(): Refusal {
  const text = {
    en: 'Invalid login attempt. For more details, see the Login Audit Trail in the NetSuite UI.',
    de: 'Ungültiger Anmeldeversuch. Weitere Informationen finden Sie im Prüfpfad für Anmeldungen in NetSuite.',
  };
  return new Refusal(401, [{ code: 'INVALID_LOGIN', text }]);
}

export function insufficientPermission(): Refusal {
  const text = {
    en: 'Permission Violation: The role does not have the permission that this request needs.',
    de: 'Berechtigungsverletzung: Der Rolle fehlt die Berechtigung für diese Anfrage.',
  };
  return new Refusal(403, [{ code: 'INSUFFICIENT_PERMISSION', text }]);
}

/** Source: Oracle, Concurrency Governance: the inner code says so, the outer one is that of every error. */
export function concurrencyLimitExceeded(status: 429 | 400): Refusal {
  const text = {
    en: 'Concurrent request limit exceeded. Request blocked.',
    de: 'Die Grenze gleichzeitiger Anfragen ist überschritten. Die Anfrage wurde blockiert.',
  };
  return new Refusal(status, [
    { code: 'USER_ERROR', text },
    { code: 'CONCURRENCY_LIMIT_EXCEEDED', text },
  ]);
}

export function unexpectedError(errorId: string): Refusal {
  const text = {
    en: `An unexpected error occurred. Error ID: ${errorId}`,
    de: `Ein unerwarteter Fehler ist aufgetreten. Error ID: ${errorId}`,
  };
  return new Refusal(500, [{ code: 'UNEXPECTED_ERROR', text }]);
}
