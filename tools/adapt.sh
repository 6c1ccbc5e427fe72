# Learn the encoder's adapter anew: adapt.sh PYTHON. Needs PyTorch, in an environment of its own; half an hour.
set -eu
python=$1
model=$(.venv/bin/python -c 'from assistant.encoder import model_folder; print(model_folder())')
if [ ! -x .venv-adapt/bin/python ]; then
    echo "Installing PyTorch into .venv-adapt …"
    "$python" -m venv .venv-adapt
    .venv-adapt/bin/python -m pip install -qq --disable-pip-version-check -r requirements-adapt.txt
fi
mkdir -p .cache
.venv/bin/python -W ignore -m tools.examples > .cache/examples.jsonl
.venv-adapt/bin/python tools/adapt_encoder.py --model "$model" --out .cache/adapter.part < .cache/examples.jsonl
mv .cache/adapter.part assistant/encoder_adapter.safetensors
