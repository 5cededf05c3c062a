import { answered } from '../__testUtils__/FakeCnocApi';
import { fieldErrors } from './fieldErrors';

describe('fieldErrors', () => {
  it('finds the fields that the contract’s check names', () => {
    const error = answered(
      400,
      'body.name: must match pattern "^[a-z]"; body.branch: must NOT have more than 255 characters',
    );
    expect(fieldErrors(error)).toEqual({
      name: 'It must match pattern "^[a-z]".',
      branch: 'It must NOT have more than 255 characters.',
    });
  });

  it('finds the field that the engine itself names', () => {
    expect(
      fieldErrors(
        answered(400, 'passphrase: it does not open the private key'),
      ),
    ).toEqual({ passphrase: 'It does not open the private key.' });
  });

  it.each([
    undefined,
    answered(400, 'No such thing'),
    answered(409, 'body.name: taken'),
  ])('finds none elsewhere', error => {
    expect(fieldErrors(error)).toEqual({});
  });
});
